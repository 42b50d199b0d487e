import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.background import close_store
from app.directory import StaffDraft, UnitDraft, VillageDraft, list_villages, save_village
from app.first_start import begin as set_up
from app.folders import STORE
from app.startup import start
from app.store.backups import list_backups
from tests.app.test_first_start import CENTRE
from tests.conftest import NOW, TODAY
from tests.ui.test_shell import STOPS
from ui import main, pages, screen
from ui.holder import Holder
from ui.instance import LOCK
from ui.kit.memory import Memory
from ui.program import Program
from ui.shell import Shell
from ui.welcome.first_start import FirstStart
from ui.welcome.trouble import Trouble
from ui.welcome.who_is_here import WhoIsHere

ROOT = Path(__file__).parents[2]
PATIENCE = 30_000  # ms a whole program may take to start on a busy machine


@pytest.mark.parametrize(
    ("arguments", "is_for_window", "data"),
    [
        ([], True, None),
        (["--data", "/d"], True, Path("/d")),
        (["--data=/d"], True, Path("/d")),
        (["find", "王"], False, None),
        (["--data", "/d", "find", "王"], False, None),
        (["--help"], False, None),
        (["--data"], False, None),
    ],
)
def test_only_a_data_folder_opens_the_window(arguments, is_for_window, data):
    assert main.is_for_window(arguments) == is_for_window
    if is_for_window:
        assert main.data_of(arguments) == data


@pytest.mark.parametrize(
    ("environment", "platform", "opens"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":987"}, "linux", False),
        ({"DISPLAY": "elsewhere:0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_a_screen_is_looked_for_before_qt_is(environment, platform, opens):
    assert (screen.trouble_with_screen(environment, platform) == "") == opens


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is always a screen")
def test_without_a_screen_it_says_so_in_both_languages_and_without_qt(tmp_path):
    bare = {k: v for k, v in os.environ.items() if "DISPLAY" not in k and "QT" not in k}
    code = "import sys; from ui import main; r = main.main(); assert 'PySide6' not in sys.modules"
    ended = subprocess.run(
        [sys.executable, "-c", f"{code}; sys.exit(r)", "--data", str(tmp_path)],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "没有图形界面" in ended.stderr
    assert "There is no display" in ended.stderr


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def program(qapp, qtbot, folder, monkeypatch):
    """The program with light pages of the test's own, and every window it puts up closed again."""
    monkeypatch.setattr(pages, "STOPS", STOPS)
    ends = []

    def begin(now=NOW):
        folder.mkdir(exist_ok=True)
        memory = Memory(folder / "window.json")
        holder = Holder()
        qtbot.addWidget(holder)
        holder.resize(1366, 697)
        holder.show()
        log_file = folder / "bandecheng.log"
        program = Program(holder, folder, memory, log_file, lambda: TODAY, lambda: now)
        ends.append(program.end)
        program.begin()
        holder.end = lambda: (program.end(), memory.keep(), ends.clear())
        return holder

    hook = sys.excepthook
    yield begin
    for end in ends:
        end()
    sys.excepthook = hook


def named(folder, *names):
    start(folder)
    staff = [StaffDraft(name=name, work_number=name) for name in names]
    set_up(CENTRE, [*staff, UnitDraft(name="民政办")])
    close_store()


def test_the_first_start_leads_to_the_desk(program, qtbot):
    here = program()
    first = here.content
    assert isinstance(first, FirstStart)
    first.centre.lines["name"].setText("云溪镇便民服务中心")
    first.next.click()
    first.staff.box.setPlainText("王芳 001")
    for _ in range(3):
        first.next.click()
    assert isinstance(here.content, Shell)
    assert here.content.at_desk().name == "王芳"
    assert here.focusWidget() is here.content.stack.currentWidget().first
    assert here.content.foot.place == "云溪镇便民服务中心"


def test_every_start_asks_who_is_here_and_offers_the_last_one(program, folder, qtbot):
    named(folder, "王芳", "李建国")
    here = program()
    assert isinstance(here.content, WhoIsHere)
    here.content.chosen.emit(here.content.names[1].who)
    assert isinstance(here.content, Shell)
    here.end()
    again = program()
    assert again.content.first.who == here.content.at_desk()


def test_the_store_is_backed_up_as_the_window_opens_and_the_foot_says_so(program, folder, qtbot):
    named(folder, "王芳")
    here = program()
    qtbot.waitUntil(lambda: here.content.foot.saved == "已备份 08:31")
    assert len(list_backups()) == 1


def test_a_damaged_store_offers_the_way_back(program, folder, qtbot):
    named(folder, "王芳")
    here = program()
    qtbot.waitUntil(lambda: here.content.foot.saved != "")
    here.end()
    (folder / STORE).write_bytes(b"\0" * 4096)
    damaged = program(datetime(2026, 11, 22, 9, 0))
    assert isinstance(damaged.content, Trouble)
    assert "08:31" in damaged.content.restore.text()
    qtbot.mouseClick(damaged.content.restore, Qt.MouseButton.LeftButton)
    assert isinstance(damaged.content, Shell)
    assert damaged.content.at_desk().name == "王芳"


def villages():
    return [one.name for one in list_villages()]


def test_an_older_backup_is_put_back_and_the_desk_opens_on_it(program, folder, qtbot):
    named(folder, "王芳")
    here = program()
    shell = here.content
    qtbot.waitUntil(lambda: shell.foot.saved != "")
    (backup,) = list_backups()
    save_village(VillageDraft(name="石门村"))
    shell.desk.errands.restoring_wanted.emit(backup)
    qtbot.waitUntil(lambda: here.content is not shell)
    assert isinstance(here.content, Shell)
    assert villages() == []
    assert list(folder.glob("bandecheng-replaced-*.db"))
    save_village(VillageDraft(name="柳林村"))
    assert villages() == ["柳林村"]


def test_a_damaged_backup_is_not_put_back_and_the_desk_opens_as_it_was(program, folder, qtbot):
    named(folder, "王芳")
    here = program()
    shell = here.content
    qtbot.waitUntil(lambda: shell.foot.saved != "")
    (backup,) = list_backups()
    save_village(VillageDraft(name="石门村"))
    backup.path.write_bytes(backup.path.read_bytes()[:-4096])
    with qtbot.captureExceptions() as raised:
        shell.desk.errands.restoring_wanted.emit(backup)
        qtbot.waitUntil(lambda: here.content is not shell)
    assert "已损坏" in str(raised[0][1])
    assert villages() == ["石门村"]


def test_a_store_without_a_backup_says_only_what_to_do(program, folder):
    folder.mkdir()
    (folder / STORE).write_bytes(b"\0" * 4096)
    here = program()
    assert isinstance(here.content, Trouble)
    assert here.content.restore is None
    assert here.focusWidget() is here.content.leave


def test_the_day_comes_from_outside(program, folder):
    named(folder, "王芳")
    assert program().content.desk.today() == date(2026, 11, 22)


def holder_of(folder):
    try:
        lock = (folder / LOCK).read_text().split()
    except FileNotFoundError:  # the old one has been taken away, the new one is not there yet
        return None
    return int(lock[0]) if lock else None


@pytest.fixture
def opened(folder):
    """Starts the real program in a process of its own, and leaves none behind."""
    started = []

    def start_it():
        process = subprocess.Popen(
            [sys.executable, "-m", "ui.main", "--data", str(folder)],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        return process

    yield start_it
    for process in started:
        process.kill()
        process.wait()


def test_the_real_program_stays_alone_and_survives_being_killed(folder, opened, qtbot):
    named(folder, "王芳")
    first = opened()
    backups = folder / "backups"
    qtbot.waitUntil(lambda: any(backups.glob("*.json")), timeout=PATIENCE)
    assert opened().wait(PATIENCE / 1000) == 0
    assert first.poll() is None
    first.kill()
    first.wait()
    again = opened()
    # The lock of the killed one, whose number stands in it, is taken over.
    qtbot.waitUntil(lambda: holder_of(folder) == again.pid, timeout=PATIENCE)
    assert opened().wait(PATIENCE / 1000) == 0
    assert not (folder / "bandecheng.log").exists()
