from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.centre import get_centre
from app.directory import VillageDraft, save_village
from app.store.backups import Reason, back_up, list_backups
from models import Party, database
from tests import makers
from tests.conftest import NOW
from tests.ui.typist import Typist
from ui.kit import ask
from ui.settings.backups import BackupOption
from ui.settings.check_sheet import CheckSheet

KEY = Qt.Key
EARLIER = NOW - timedelta(days=1)


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()
    makers.case(received_at=EARLIER)


@pytest.fixture
def option(qtbot, desk):
    option = BackupOption(desk)
    for act in option.acts:
        option.body.addWidget(act)  # the page puts them beside its title
    option.resize(800, 600)
    option.load()
    option.show()
    with qtbot.waitActive(option):
        option.activateWindow()
    option.first.setFocus()
    yield option
    option.deleteLater()


@pytest.fixture
def said(desk):
    found = []
    desk.errands.said.connect(found.append)
    return found


@pytest.fixture
def questions(monkeypatch):
    """What was asked; `answers[0]` is what is answered."""
    asked, answers = [], [True]

    def is_sure(parent, act, consequence="", *, harm=False):
        asked.append((act, consequence, harm))
        return answers[0]

    monkeypatch.setattr(ask, "is_sure", is_sure)
    return asked, answers


def test_a_backup_is_made_on_the_spot_and_listed(option, qtbot, said):
    assert option.stack.currentWidget() is option.empty
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert said == ["已备份，核对无误。"]
    (backup,) = list_backups()
    assert option.view.record() == backup
    assert option.view.table.text(0, 0) == "今天 08:31"
    assert option.view.table.text(0, 1) == "1 件"
    qtbot.waitUntil(option.make.isEnabled)
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "没有改动" in said[1]


def test_the_second_folder_is_chosen_used_at_once_and_given_up(
    option, qtbot, said, monkeypatch, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(ask, "which_folder", lambda *_: stick)
    option.choose.click()
    qtbot.waitUntil(lambda: bool(said))
    assert get_centre().backup_folder == str(stick)
    assert [one.name for one in stick.glob("*.db")] == [list_backups()[0].path.name]
    assert str(stick) in option.folder.text
    option.none.click()
    assert get_centre().backup_folder == ""
    assert "没有设" in option.folder.text


def test_a_second_folder_that_is_gone_is_said(option, qtbot, said, monkeypatch, tmp_path):
    monkeypatch.setattr(ask, "which_folder", lambda *_: tmp_path / "gone")
    option.choose.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "只备份在本机" in said[0]
    assert "不在" in option.folder.text


def test_going_back_names_the_backup_and_what_is_lost_before_anything_is_done(
    option, desk, questions
):
    asked, answers = questions
    back_up(Reason.ASKED, EARLIER)
    option.load()
    wanted = []
    desk.errands.restoring_wanted.connect(wanted.append)
    answers[0] = False
    option.back.click()
    assert wanted == []
    answers[0] = True
    Typist().enter()
    ((act, loss, harm), again) = asked
    assert again == (act, loss, harm)
    assert act == "恢复到11月21日 08:31 的备份"
    assert "有 1 件" in loss
    assert "以后登记的、改动的都会不见" in loss
    assert harm
    assert wanted == list_backups()


def test_the_store_is_looked_through_and_what_changed_is_told(option, qtbot):
    back_up(Reason.ASKED, EARLIER)
    save_village(VillageDraft(name="石桥村"), 1)
    option.look.click()
    qtbot.waitUntil(lambda: bool(option.findChildren(CheckSheet)))
    (sheet,) = option.findChildren(CheckSheet)
    assert sheet.result.text == "数据完好，没有发现问题"
    told = {entry.title: entry.side for entry in sheet.list.entries()}
    assert told == {
        "办件": "1 件",
        "附件": "0 个",
        "与这份备份逐条比对": "2026年11月21日 08:31",
        "村社与备份不同": "1 条",
    }


def test_damage_is_told_with_what_to_do(option, qtbot):
    database.execute_sql("PRAGMA foreign_keys = OFF")
    Party.update(village=99).execute()
    option.look.click()
    qtbot.waitUntil(lambda: bool(option.findChildren(CheckSheet)))
    (sheet,) = option.findChildren(CheckSheet)
    assert sheet.result.text == "发现 1 个问题"
    assert "用完好的备份恢复" in sheet.found[0].text()
    assert sheet.list.entries()[-1].title == "没有完好的备份可以比对"
