"""A full disk, a folder that cannot be written, a store another program holds."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from app.attachments import attach, list_attachments
from app.drafts import keep, list_drafts
from app.errors import AppError
from app.startup import start
from app.store.backups import Reason, back_up, list_backups
from app.store.check import check
from models import Case, Counter, database
from tests import makers

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


@pytest.fixture
def small_disk():
    """A disk of its own of 3 MB, where the system lets us mount one."""
    mount = shutil.which("mount")
    place = tempfile.mkdtemp(prefix="small-disk-")  # not where pytest cleans up
    options = ["-t", "tmpfs", "-o", "size=3m", "tmpfs"]
    if not mount or subprocess.run([mount, *options, place], capture_output=True).returncode:
        Path(place).rmdir()
        pytest.skip("may not mount a small disk here")
    yield Path(place)
    database.close()
    # Lazily: a failed test may still hold a file, and the disk must go all the same.
    subprocess.run(["umount", "-l", place], check=True)
    Path(place).rmdir()


def fill(place, leaving=0):
    """Use the disk up but for so many bytes."""
    ballast = place / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    with ballast.open("rb+") as file:
        file.truncate(max(0, ballast.stat().st_size - leaving))


@pytest.fixture
def working(small_disk):
    start(small_disk)
    makers.furnish()
    makers.case()
    return small_disk


def test_on_a_full_disk_a_case_is_refused_whole_and_goes_in_once_there_is_room(working):
    fill(working)
    with pytest.raises(AppError, match="磁盘空间不足"):
        for _ in range(50):
            makers.case()
    before = Case.select().count()
    (counter,) = Counter.select(Counter.last).where(Counter.last > 0).tuples()
    assert counter == (before,)
    (working / "ballast").unlink()
    assert makers.case().number.endswith(f"{before + 1:03}")
    assert check().ok


def test_on_a_full_disk_a_draft_says_so_and_the_earlier_one_stays(working, now):
    draft = keep("case", None, "早", {"n": 1}, None, now)
    fill(working)
    with pytest.raises(AppError, match="磁盘空间不足"):
        for _ in range(50):
            keep("case", draft, "晚", {"n": "长" * 20_000}, None, now)
    assert [one.id for one in list_drafts()] == [draft]


def test_on_a_full_disk_no_half_backup_and_no_half_attachment_is_left(working, now):
    fill(working, leaving=64 * 1024)
    with pytest.raises(AppError, match="磁盘空间不足"):
        back_up(Reason.INTERVAL, now)
    assert list_backups() == []
    with pytest.raises(AppError, match="磁盘空间不足"):
        attach(1, ("大.pdf", b"x" * 200_000), makers.somebody(), now)
    assert list_attachments(1) == []
    assert list(working.rglob("*.part")) == []


def test_a_store_on_a_full_disk_opens_or_says_why(working):
    database.close()
    fill(working)
    said = ""
    try:
        start(working)
    except AppError as error:
        said = str(error)
    assert "磁盘空间不足" in said or Case.select().count() == 1
    (working / "ballast").unlink()
    start(working)
    assert check().ok


def test_a_new_folder_on_a_full_disk_says_so(small_disk):
    fill(small_disk)
    with pytest.raises(AppError, match="磁盘空间不足"):
        start(small_disk / "data")


def test_a_store_that_may_not_grow_refuses_the_case_whole(store):
    """The same without a disk to mount: SQLite itself is told that there is no more room."""
    makers.furnish()
    makers.case()
    database.pragma("max_page_count", database.pragma("page_count"))
    with pytest.raises(AppError, match="磁盘空间不足"):
        for _ in range(50):
            makers.case()
    before = Case.select().count()
    database.pragma("max_page_count", 1_000_000)
    assert makers.case().number.endswith(f"{before + 1:03}")
    assert check().ok


@pytest.fixture
def others_folder():
    """A folder in which a user without rights finds the store of another."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def started_without_rights(folder):
    """What the program says that is started by someone with no rights in the folder."""
    code = (
        "import os, sys; from pathlib import Path\n"
        "from app.errors import AppError; from app.startup import start\n"
        f"if os.getuid() == 0: os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "try: start(Path(sys.argv[1]))\n"
        "except AppError as error: os.write(1, str(error).encode())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


needs_posix = pytest.mark.skipif(os.name != "posix", reason="rights are set otherwise on Windows")


@needs_posix
def test_a_store_in_a_folder_that_cannot_be_written_gives_a_sentence(store, others_folder):
    makers.furnish()
    database.close()
    shutil.copy(store, others_folder)
    (others_folder / store.name).chmod(0o444)
    others_folder.chmod(0o555)
    assert "检查文件夹的权限" in started_without_rights(others_folder)


@needs_posix
def test_a_store_that_cannot_even_be_read_gives_a_sentence(store, others_folder):
    database.close()
    shutil.copy(store, others_folder)
    (others_folder / store.name).chmod(0o000)
    others_folder.chmod(0o555)
    assert "检查文件夹的权限" in started_without_rights(others_folder)


@needs_posix
def test_a_new_store_in_a_folder_that_cannot_be_written_gives_a_sentence(others_folder):
    others_folder.chmod(0o555)
    assert "检查文件夹的权限" in started_without_rights(others_folder)
    assert "检查文件夹的权限" in started_without_rights(others_folder / "data")


@pytest.fixture
def holder(store):
    """Another program that holds the store until it is told to let go."""
    makers.furnish()
    database.pragma("busy_timeout", 50)
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for line in sys.stdin: c.execute(line); print(line, flush=True)\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(store)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )

    def tell(statement):
        program.stdin.write(f"{statement}\n")
        program.stdout.readline()
        program.stdout.readline()

    yield tell
    program.communicate(timeout=10)


def test_a_store_that_another_program_writes_to_gives_a_sentence_and_nothing_is_lost(holder, now):
    holder("BEGIN EXCLUSIVE")
    with pytest.raises(AppError, match="被另一个程序占用"):
        makers.case()
    with pytest.raises(AppError, match="被另一个程序占用"):
        keep("case", None, "", {}, None, now)
    assert Case.select().count() == 0  # reading goes on meanwhile
    holder("ROLLBACK")
    assert makers.case().number.endswith("001")


def test_a_backup_goes_on_while_another_program_writes(holder, now):
    holder("BEGIN EXCLUSIVE")
    assert back_up(Reason.INTERVAL, now)


def test_a_store_that_another_program_keeps_to_itself_does_not_open(holder, store):
    database.close()
    holder("PRAGMA locking_mode = EXCLUSIVE")
    holder("BEGIN EXCLUSIVE")
    with pytest.raises(AppError, match="被另一个程序占用"):
        start(store.parent)
    holder("ROLLBACK")
