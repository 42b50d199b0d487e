import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.changes import Kind, saving
from app.errors import AppError
from models import database
from ui.kit.alerts import Alerts
from ui.log import close_log, log, open_log

NAME = "王秀英"


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(900, 600)
    window.line = QLineEdit()
    QVBoxLayout(window).addWidget(window.line)
    qtbot.addWidget(window)
    window.show()
    window.line.setFocus()
    return window


@pytest.fixture
def log_file(tmp_path):
    file = tmp_path / "bandecheng.log"
    open_log(file)
    yield file
    close_log()


@pytest.fixture
def alerts(window, log_file):
    return Alerts(window, log_file)


def raised(alerts, work):
    """Hand the work's error over as Qt does with one nobody caught."""
    with pytest.raises(Exception) as caught:  # noqa: PT011  # any error at all
        work()
    alerts.catch(caught.type, caught.value, caught.tb)


def fail_over_a_name():
    raise ValueError(f"no such person: {NAME}")


def test_a_mistake_is_one_sentence_and_no_entry_in_the_log(alerts, log_file):
    def work():
        raise AppError("请先在 Excel 中关闭该文件。")

    raised(alerts, work)
    assert alerts.notice.text.text() == "请先在 Excel 中关闭该文件。"
    assert not log_file.exists()


def test_a_bug_is_logged_with_its_places_and_without_its_words(alerts, log_file):
    raised(alerts, fail_over_a_name)
    assert alerts.notice.title.text() == "程序出错"
    assert str(log_file) in alerts.notice.text.text()
    written = log_file.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "fail_over_a_name" in written
    assert NAME not in written


def test_what_other_libraries_log_does_not_get_into_the_file(log_file, caplog):
    logging.getLogger("somebody").warning("about %s", NAME)
    log.info("opened")
    assert NAME not in log_file.read_text(encoding="utf-8")


def test_a_store_that_refuses_is_told_in_words_even_while_reading(alerts, store, log_file):
    raised(alerts, lambda: database.execute_sql("SELECT * FROM nowhere"))
    assert alerts.notice.title.text() == "程序出错"
    alerts.notice.leave()
    database.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(AppError, match="不能写"), saving(Kind.CASES):
        database.execute_sql("DELETE FROM counter")
    raised(alerts, lambda: database.execute_sql("DELETE FROM counter"))
    assert "不能写" in alerts.notice.text.text()


def test_a_paint_that_fails_again_and_again_tells_it_once(alerts, log_file):
    raised(alerts, fail_over_a_name)
    first = alerts.notice
    raised(alerts, fail_over_a_name)
    assert alerts.notice is first
    assert log_file.read_text(encoding="utf-8").count("unexpected error") == 1


def test_the_window_is_dead_under_a_notice_and_alive_after_it(qtbot, alerts, window):
    alerts.tell(AppError("请稍等几秒再试。"))
    assert not window.line.isEnabled()
    qtbot.keyClick(alerts.notice.close_button, Qt.Key.Key_Escape)
    assert alerts.notice is None
    assert window.line.isEnabled()
    assert window.line.hasFocus()


def test_a_second_error_takes_the_place_of_the_first(alerts, window):
    alerts.tell(AppError("一。"))
    alerts.tell(AppError("二。"))
    assert alerts.notice.text.text() == "二。"
    alerts.notice.leave()
    assert window.line.isEnabled()
