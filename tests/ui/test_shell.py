from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from app.directory import StaffDraft, Who, list_staff, save_staff
from models.choices import Status
from ui.kit.button import Button
from ui.kit.errands import CASES, HOME, INTAKE, PAPER, RECEPTION
from ui.kit.page import Page
from ui.kit.panel import Panel
from ui.kit.rail import Stop
from ui.kit.style import RAIL, SLIM_RAIL, Tone
from ui.placing import place, remember_place
from ui.shell import Shell


@dataclass(frozen=True)
class FoundHere:
    id: int
    number: str
    person: str = "李**"
    asker: str = "盛**"
    matter: str = "低保申请三次被退回"
    status: Status = Status.HANDLING
    due_on: date = date(2026, 11, 27)


FOUND = [FoundHere(1, "BBC-云溪-20261122-001"), FoundHere(2, "BBC-云溪-20261122-002")]


class Notes(Page):
    """A page that writes down what happens to it."""

    def __init__(self, desk):
        super().__init__(desk)
        self.taken, self.read, self.steps = [], 0, 0
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        self.body.addStretch(1)
        self.lean(Panel())
        self.first = self.line

    def refresh(self):
        self.read += 1

    def take(self, wanted):
        self.taken.append(wanted)

    def back(self):
        self.steps -= 1
        return self.steps >= 0


def notes(title):
    return type(title, (Notes,), {"title": title})


STOPS = tuple(
    (Stop(title, icon, f"Alt+{key}"), notes(title))
    for key, (title, icon) in enumerate(
        [(HOME, "house"), (INTAKE, "square-pen"), (CASES, "list-checks")], start=1
    )
)


@pytest.fixture
def looked_for():
    return []


@pytest.fixture
def opened():
    return []


@pytest.fixture
def shell(qtbot, desk, looked_for, opened):
    def find(text):
        looked_for.append(text)
        return [one for one in FOUND if text in one.number or text in one.person]

    def sheet(kind):
        return lambda window, desk, which: opened.append((kind, which))

    sheets = {PAPER: sheet(PAPER), RECEPTION: sheet(RECEPTION)}
    shell = Shell(desk, desk.who, find, STOPS, sheets, lambda: "云溪镇便民服务中心")
    qtbot.addWidget(shell)
    shell.resize(1366, 697)
    shell.show()
    shell.go(HOME)
    with qtbot.waitActive(shell):
        shell.activateWindow()
    return shell


def here(shell):
    return shell.stack.currentWidget()


def test_a_page_is_made_when_it_is_first_looked_at(shell, qtbot):
    assert list(shell.made) == [0]
    qtbot.keyClick(here(shell).line, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert here(shell).title == CASES
    assert list(shell.made) == [0, 2]
    assert here(shell).line.hasFocus()


def test_f2_begins_a_registration_from_anywhere(shell, qtbot):
    qtbot.keyClick(here(shell).line, Qt.Key.Key_F2)
    assert here(shell).title == INTAKE
    assert here(shell).taken == [None]


def test_f2_works_beside_a_button_with_the_same_key(shell, qtbot):
    pressed = []
    button = Button("登记受理", key="F2")
    button.clicked.connect(lambda: pressed.append(button))
    here(shell).act(button)
    home = here(shell)
    for _ in range(3):  # of two with one key Qt asks now the one, now the other
        qtbot.keyClick(home.line, Qt.Key.Key_F2)
    assert len(pressed) + len(here(shell).taken) == 3


def test_f3_opens_a_reception_over_the_page(shell, qtbot, opened):
    qtbot.keyClick(here(shell).line, Qt.Key.Key_F3)
    assert opened == [(RECEPTION, None)]
    assert here(shell).title == HOME


def test_esc_steps_back_in_the_page_and_then_to_the_page_before(shell, qtbot):
    shell.go(CASES).steps = 1
    qtbot.keyClick(here(shell).line, Qt.Key.Key_Escape)
    assert here(shell).title == CASES
    qtbot.keyClick(here(shell).line, Qt.Key.Key_Escape)
    assert here(shell).title == HOME
    qtbot.keyClick(here(shell).line, Qt.Key.Key_Escape)
    assert here(shell).title == HOME


def test_one_page_asks_for_another_without_knowing_it(shell, desk, opened):
    desk.errands.case_wanted.emit(7)
    assert (here(shell).title, here(shell).taken) == (CASES, [7])
    desk.errands.cases_wanted.emit("逾期")
    assert here(shell).taken == [7, "逾期"]
    desk.errands.intake_wanted.emit(3)
    assert (here(shell).title, here(shell).taken) == (INTAKE, [3])
    desk.errands.page_wanted.emit(HOME)
    assert here(shell).title == HOME
    desk.errands.paper_wanted.emit("receipt")
    assert opened == [(PAPER, "receipt")]


def test_what_is_said_passes_by_and_leaves_the_keyboard_where_it_was(shell, desk):
    desk.errands.said.emit("已登记 BBC-云溪-20261122-003。")
    assert shell.toast.isVisible()
    assert here(shell).line.hasFocus()


def test_a_badge_says_how_many_wait(shell, desk):
    desk.errands.badge(HOME, 7, Tone.WARN)
    stop = shell.rail.stops.stops[0]
    assert (stop.badge, stop.tone) == (7, Tone.WARN)


def test_typing_in_the_one_box_finds_and_enter_opens(shell, qtbot, looked_for):
    qtbot.keyClick(here(shell).line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = shell.top.one_box.line
    assert line.hasFocus()
    qtbot.keyClicks(line, "2026")
    qtbot.waitUntil(lambda: shell.top.one_box.list is not None)
    qtbot.waitUntil(shell.top.one_box.list.isVisible)
    assert looked_for == ["2026"]  # once, after the last key
    first = shell.top.one_box.list.offers.offers[0]
    assert first.note == "BBC-云溪-20261122-001　盛** 反映"  # their name may be what was typed
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (here(shell).title, here(shell).taken) == (CASES, [2])
    assert line.text() == ""


def test_enter_faster_than_the_pause_opens_the_only_one(shell, qtbot):
    line = shell.top.one_box.line
    shell.top.one_box.begin()
    qtbot.keyClicks(line, "1122-002")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert here(shell).taken == [2]


def test_a_click_opens_what_was_found(shell, qtbot):
    box = shell.top.one_box
    box.begin()
    box.line.setText("李")
    box.look()
    view = box.list.view
    spot = view.visualRect(view.model().index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert here(shell).taken == [2]


def test_what_is_not_found_is_said_and_esc_leads_out(shell, qtbot):
    box = shell.top.one_box
    box.begin()
    qtbot.keyClicks(box.line, "zzz")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert "没有找到“zzz”" in box.list.note
    for _ in range(3):  # the list, the words, the box
        qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.list.isVisible()
    assert here(shell).line.hasFocus()


def test_the_desk_is_handed_over_by_keyboard(shell, qtbot, desk):
    save_staff(StaffDraft(name="李建国", work_number="002"))
    shell.top.clerk.setFocus()
    qtbot.keyClick(shell.top.clerk, Qt.Key.Key_Return)
    colleagues = shell.top.clerk.list
    qtbot.keyClick(colleagues, Qt.Key.Key_Down)
    qtbot.keyClick(colleagues, Qt.Key.Key_Return)
    assert desk.who().name == "李建国"
    assert shell.top.clerk.text() == "李建国"
    assert desk.remember["clerk"] == str(desk.who().id)


def test_a_mended_name_is_shown_at_once(shell, desk, clerk):
    save_staff(StaffDraft(name="王芳芳", work_number="001"), clerk.id)
    assert desk.who() == Who(clerk.id, "王芳芳", "001")
    assert shell.top.clerk.text() == "王芳芳"
    assert [one.name for one in list_staff()] == ["王芳芳"]


def test_long_work_is_told_in_the_foot_and_can_be_cancelled(shell, qtbot, desk):
    def work():
        while True:
            desk.tasks.tick(34, 100)

    with qtbot.waitSignal(desk.tasks.rested):
        desk.tasks.start("正在生成报表", work, pytest.fail)
        qtbot.waitUntil(shell.foot.cancel.isVisible)
        assert (shell.foot.work, shell.foot.share) == ("正在生成报表", 34)
        qtbot.keyClick(here(shell).line, Qt.Key.Key_Escape)
    assert not shell.foot.cancel.isVisible()
    assert shell.foot.work == ""


@pytest.mark.parametrize(
    ("width", "rail", "panel"),
    [(1366, RAIL, True), (1200, SLIM_RAIL, True), (911, SLIM_RAIL, False)],
)
def test_the_rail_slims_and_the_panel_folds_before_the_page_becomes_narrow(
    shell, width, rail, panel
):
    shell.resize(width, 697)
    assert shell.rail.width() == rail
    assert here(shell).panel.isVisible() == panel


def test_a_new_day_is_noticed_over_night(shell, desk, monkeypatch):
    before = here(shell).read
    shell._turn_of_day()
    assert here(shell).read == before
    object.__setattr__(desk, "today", lambda: date(2026, 11, 23))
    shell._turn_of_day()
    assert here(shell).read == before + 1
    assert shell.top.day.text == "2026年11月23日 周一"


def test_keys_are_dead_under_a_sheet(shell, qtbot):
    shell.ground.setEnabled(False)
    qtbot.keyClick(here(shell).line, Qt.Key.Key_F2)
    assert here(shell).title == HOME


def test_the_window_stands_where_it_was_left(shell, desk, qtbot):
    shell.resize(890, 600)
    remember_place(shell, desk.remember)
    again = Shell(desk, desk.who, list, STOPS, {}, str)
    qtbot.addWidget(again)
    place(again, desk.remember, QSize(1920, 1080))
    assert again.size() == QSize(890, 600)


@pytest.mark.parametrize("kept", ["", "???", "AAAA"])
def test_all_of_a_small_screen_is_used_the_first_time(shell, desk, kept):
    desk.remember["window"] = kept
    place(shell, desk.remember, QSize(1366, 768))
    assert shell.windowState() & Qt.WindowState.WindowMaximized
    shell.setWindowState(Qt.WindowState.WindowNoState)
    place(shell, desk.remember, QSize(1920, 1040))
    assert not shell.windowState() & Qt.WindowState.WindowMaximized
    remember_place(shell, desk.remember)
    assert desk.remember["window"]


def test_what_is_shown_is_read_again_for_whoever_takes_over(shell):
    before = here(shell).read
    shell.at_desk.hand_over(Who(2, "李建国", "07"))
    assert here(shell).read == before + 1
