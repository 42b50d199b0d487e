import sqlite3
from contextlib import closing
from time import monotonic

import pytest

from app.centre import CentreSettings, save_centre
from app.directory import StaffDraft, save_staff
from app.errors import AppError
from app.startup import UNATTENDED, NeedsRestoring, is_new, start
from app.store.backups import Reason, back_up
from models import CalendarDay, CalendarYear, Staff, database
from models.migrations import STEPS


@pytest.fixture(autouse=True)
def closed_afterwards():
    yield
    database.close()


def test_a_new_folder_gets_a_store_and_the_known_calendars(tmp_path):
    start(tmp_path / "新的" / "data")
    assert is_new()
    years = [one.year for one in CalendarYear.select().order_by(CalendarYear.year)]
    assert 2026 in years
    assert CalendarDay.select().where(CalendarDay.day == "2026-10-01").exists()


def test_once_the_centre_is_named_and_someone_works_there_it_is_no_longer_new(tmp_path):
    start(tmp_path)
    save_centre(CentreSettings(name="云溪镇便民服务中心", place="云溪"))
    assert is_new()
    save_staff(StaffDraft(name="王芳", work_number="01"))
    start(tmp_path)
    assert not is_new()


def test_a_calendar_that_was_mended_is_not_written_over(tmp_path):
    start(tmp_path)
    CalendarDay.delete().execute()
    CalendarYear.delete().where(CalendarYear.year != 2026).execute()
    start(tmp_path)
    assert CalendarYear.select().count() == 1
    assert CalendarDay.select().count() == 0


def test_another_programs_store_is_left_alone(tmp_path):
    path = tmp_path / "bandecheng.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(AppError, match="不是办得成的数据文件"):
        start(tmp_path)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("notes",)]
    assert len(path.read_bytes()) == len(before)


def test_a_store_of_a_later_version_is_refused_with_a_sentence(store):
    database.pragma("user_version", len(STEPS) + 1)
    with pytest.raises(AppError, match="安装最新版本"):
        start(store.parent)


def test_a_failed_upgrade_leaves_the_data_and_says_so(store, monkeypatch):
    def broken(migrator):
        migrator.database.execute_sql("ALTER TABLE nowhere ADD COLUMN x")

    Staff.create(name="王芳", work_number="03")
    monkeypatch.setattr("models.store.STEPS", (*STEPS, broken))
    with pytest.raises(AppError, match="没能升级"):
        start(store.parent)
    monkeypatch.undo()
    start(store.parent)
    assert Staff.get().name == "王芳"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: b"",
        lambda whole: b"not a database at all, but long enough to look like one" * 40,
        lambda whole: whole[:8192],
        lambda whole: bytes(100) + whole[100:],
        lambda whole: whole[:60] + bytes(12) + whole[72:],  # version and mark
        lambda whole: whole[:100] + b"\xff" * 3996 + whole[4096:],  # list of the tables
    ],
    ids=["emptied", "text", "cut off", "no head", "no mark", "no list of tables"],
)
def test_a_damaged_store_names_the_newest_good_backup(store, now, spoil):
    Staff.create(name="王芳", work_number="03")
    made = back_up(Reason.START, now)
    database.close()
    store.write_bytes(spoil(store.read_bytes()))
    with pytest.raises(NeedsRestoring, match=r"2026年11月22日 08:31.*恢复") as caught:
        start(store.parent)
    assert caught.value.backup == made


def test_without_a_backup_a_damaged_store_says_so(store):
    database.close()
    store.write_bytes(b"x" * 10_000)
    with pytest.raises(NeedsRestoring, match="没有找到完好的备份") as caught:
        start(store.parent)
    assert caught.value.backup is None


def test_a_store_that_is_gone_is_not_replaced_by_an_empty_one(store, now):
    back_up(Reason.START, now)
    database.close()
    store.unlink()
    with pytest.raises(NeedsRestoring, match="不见了"):
        start(store.parent)
    assert not store.exists()


def test_a_folder_on_a_network_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("app.startup.is_on_network", lambda path: True)
    with pytest.raises(AppError, match="网络盘"):
        start(tmp_path / "share")
    assert not (tmp_path / "share").exists()


def test_a_file_where_the_folder_should_be_gives_a_sentence(tmp_path):
    (tmp_path / "data").write_text("x")
    with pytest.raises(AppError, match="文件夹"):
        start(tmp_path / "data")


def test_a_command_waits_longer_for_another_program_than_the_desk(tmp_path):
    start(tmp_path, patience=UNATTENDED)
    assert database.pragma("busy_timeout") == 60_000
    start(tmp_path)
    assert database.pragma("busy_timeout") == 5_000


def test_it_waits_so_long_from_the_first_word_on(tmp_path):
    with closing(sqlite3.connect(tmp_path / "bandecheng.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        begun = monotonic()
        with pytest.raises(AppError, match="另一个程序占用"):
            start(tmp_path, patience=0)
    assert monotonic() - begun < 4
