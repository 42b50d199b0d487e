import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions

from app.changes import Kind
from app.directory import StaffDraft, list_staff, save_staff
from app.errors import AppError


@pytest.fixture
def work_off(qtbot, desk):
    """Start some work and wait until it has been answered."""

    def run(work, done, **options):
        with qtbot.waitSignal(desk.tasks.rested):
            desk.tasks.start("正在试", work, done, **options)

    return run


def add(name="赵敏"):
    save_staff(StaffDraft(name=name, work_number=name))


def test_work_reads_the_store_elsewhere_and_answers_here(work_off):
    answers = []
    work_off(
        lambda: ([one.name for one in list_staff()], threading.current_thread()),
        lambda answer: answers.append((*answer, threading.current_thread())),
    )
    ((names, there, here),) = answers
    assert names == ["王芳"]
    assert there is not here is threading.main_thread()


def test_what_the_worker_saved_is_heard_on_the_ui_thread(work_off, desk):
    heard = []
    desk.changes.saved.connect(lambda kinds: heard.append((kinds, threading.current_thread())))
    work_off(add, lambda _: None)
    assert heard == [(frozenset({Kind.STAFF}), threading.main_thread())]


def test_an_error_in_the_work_is_raised_on_the_ui_thread(work_off):
    def work():
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        work_off(work, pytest.fail)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_work_nobody_waits_for_hands_its_sentence_over(work_off):
    def work():
        raise AppError("磁盘空间不足。")

    told = []
    work_off(work, pytest.fail, failed=lambda error: told.append(str(error)))
    assert told == ["磁盘空间不足。"]


def test_long_work_tells_how_far_it_is(work_off, desk):
    told = []
    desk.tasks.progress.connect(lambda done, total: told.append((done, total)))
    work_off(lambda: [desk.tasks.tick(n, 3) for n in (1, 2, 3)], lambda _: None)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_cancelled_work_stops_and_answers_nothing(work_off, desk):
    done = []

    def work():
        desk.tasks.tick(1, 2)
        desk.tasks.cancel()
        desk.tasks.tick(2, 2)
        done.append("too far")

    work_off(work, pytest.fail)
    assert done == []


def test_what_is_cancelled_does_not_take_the_next_piece_with_it(qtbot, desk):
    answers = []
    with qtbot.waitSignal(desk.tasks.rested):
        desk.tasks.start("一", lambda: (desk.tasks.cancel(), desk.tasks.tick(1, 1)), pytest.fail)
        desk.tasks.start("二", lambda: desk.tasks.tick(1, 1) or "done", answers.append)
    assert answers == ["done"]


def test_pieces_are_done_one_after_another(qtbot, desk):
    begun, answers = [], []
    desk.tasks.begun.connect(begun.append)
    with qtbot.waitSignal(desk.tasks.rested):
        for name in "一二三":
            desk.tasks.start(name, lambda name=name: name, answers.append)
    assert begun == answers == ["一", "二", "三"]


def test_who_is_gone_is_not_answered(qtbot, desk):
    sheet = QObject()
    held = threading.Event()
    with qtbot.waitSignal(desk.tasks.rested):
        desk.tasks.start("正在试", held.wait, pytest.fail, owner=sheet)
        with qtbot.waitSignal(sheet.destroyed):
            sheet.deleteLater()
        held.set()
