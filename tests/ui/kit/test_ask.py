"""Questions that stop the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.kit import ask
from ui.kit.button import Rank
from ui.kit.editors import Line


@pytest.fixture
def parent(shown):
    return shown(Line())


def answering(answer):
    """Do this once the question stands."""

    def when_it_stands():
        answer(QApplication.activeModalWidget())

    QTimer.singleShot(0, when_it_stands)


def test_the_act_stands_on_the_button_and_the_safe_way_has_the_keyboard(parent):
    seen = []

    def answer(question):
        seen.extend(
            (question.go.words(), question.go.rank, question.focusWidget() is question.back)
        )
        question.go.click()

    answering(answer)
    assert ask.is_sure(parent, "作废回执 HZ20261122-003", "作废后编号不再使用。", harm=True)
    assert seen == ["作废回执 HZ20261122-003", Rank.DANGER, True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_enter_and_escape_do_nothing_harmful(parent, key):
    answering(lambda question: QTest.keyClick(question.back, key))
    assert not ask.is_sure(parent, "作废回执 HZ20261122-003", harm=True)


def test_a_reason_must_be_given(parent):
    said = []

    def answer(question):
        question.go.click()
        said.append(question.hint.text)
        question.text.set_value(" 打错了名字 ")
        question.go.click()

    answering(answer)
    assert ask.why(parent, "作废回执", "为什么作废") == "打错了名字"
    assert said == ["写一句原因，以后查得到"]


def test_who_thinks_better_of_it_gives_no_reason(parent):
    answering(lambda question: question.back.click())
    assert ask.why(parent, "作废回执", "为什么作废") is None


@pytest.fixture
def dialog(monkeypatch):
    """What Qt's dialogs are asked, and what they answer."""
    asked = {}

    def put(name, answer):
        monkeypatch.setattr(
            QFileDialog, name, lambda *what: asked.setdefault(name, what) and answer
        )

    return put, asked


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("/tmp/月报", "/tmp/月报.xlsx"),
        ("/tmp/月报2026.11", "/tmp/月报2026.11.xlsx"),
        ("/tmp/月报.XLSX", "/tmp/月报.XLSX"),
    ],
)
def test_a_file_gets_the_ending_it_was_not_given(dialog, parent, typed, saved):
    put, asked = dialog
    put("getSaveFileName", (typed, ""))
    path = ask.where_to_save(parent, "导出", Path("2026年11月月报.xlsx"), ("Excel 工作簿", "xlsx"))
    assert path == Path(saved)
    assert asked["getSaveFileName"][1:] == ("导出", "2026年11月月报.xlsx", "Excel 工作簿 (*.xlsx)")


def test_no_file_is_none(dialog, parent):
    put, _ = dialog
    put("getSaveFileName", ("", ""))
    put("getOpenFileNames", ([], ""))
    put("getExistingDirectory", "")
    assert ask.where_to_save(parent, "导出", Path("a.pdf")) is None
    assert ask.which_files(parent, "添加附件", ("图片", "jpg png")) == []
    assert ask.which_folder(parent, "备份到") is None


def test_files_and_folders_are_answered_as_paths(dialog, parent):
    put, asked = dialog
    put("getOpenFileNames", (["/tmp/a.jpg", "/tmp/b.png"], ""))
    put("getExistingDirectory", "/tmp")
    files = ask.which_files(parent, "添加附件", ("图片", "jpg png"), ("所有文件", "*"))
    assert files == [Path("/tmp/a.jpg"), Path("/tmp/b.png")]
    assert asked["getOpenFileNames"][3] == "图片 (*.jpg *.png);;所有文件 (*.*)"
    assert ask.which_folder(parent, "备份到") == Path("/tmp")
