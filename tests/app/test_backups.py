import errno
import hashlib
import json
import os
import shutil
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest

from app.background import in_thread
from app.centre import CentreSettings, save_centre
from app.errors import CannotWrite
from app.store import backups
from app.store.backup_folder import is_good, list_in, newest_good
from app.store.backups import (
    Reason,
    back_up,
    back_up_to,
    last_backup,
    list_backups,
)
from app.store.trouble import StoreTrouble
from models import Staff, database
from models.store import open_store

LATER = timedelta(minutes=30)
CONTENT = b"%PDF a scan"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


def hire(name="王芳"):
    Staff.create(name=name, work_number=str(Staff.select().count()))


def staff_in(path):
    with closing(sqlite3.connect(path)) as copy:
        return [name for (name,) in copy.execute("SELECT name FROM staff ORDER BY id")]


@pytest.fixture
def scan(store):
    """A file as attachments are kept."""
    place = store.parent / "attachments" / SHA256[:2] / SHA256[2:]
    place.parent.mkdir(parents=True)
    place.write_bytes(CONTENT)
    return place


@pytest.fixture
def stick(store, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    save_centre(CentreSettings(name="云溪镇便民服务中心", place="云溪", backup_folder=str(folder)))
    return folder


def test_a_backup_holds_what_is_still_in_the_log(store, now):
    hire()
    made = back_up(Reason.START, now)
    assert made.path == store.parent / "backups" / "bandecheng-20261122-083105.db"
    assert staff_in(made.path) == ["王芳"]
    assert [path.name for path in made.path.parent.glob("*.part")] == []
    told = json.loads(made.path.with_suffix(".json").read_text("utf-8"))
    assert told["sha256"] == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert (made.made_at, last_backup()) == (now, now)


def test_without_a_change_there_is_no_new_backup(store, now):
    hire()
    assert back_up(Reason.START, now)
    assert back_up(Reason.INTERVAL, now + LATER) is None
    hire("刘强")
    assert back_up(Reason.INTERVAL, now + 2 * LATER)
    assert [one.made_at for one in list_backups()] == [now + 2 * LATER, now]


@pytest.mark.skipif(sys.platform == "win32", reason="there the times of an open file do not tell")
def test_an_idle_hour_costs_no_copy(store, now, monkeypatch):
    hire()
    back_up(Reason.START, now)
    monkeypatch.setattr("app.store.backups.dialect.copy_store", None)
    assert back_up(Reason.INTERVAL, now + LATER) is None
    monkeypatch.undo()
    hire("刘强")
    assert back_up(Reason.INTERVAL, now + LATER)


def test_where_the_files_do_not_show_a_change_it_is_seen_all_the_same(store, now, monkeypatch):
    """Windows may leave size and time of an open log as they were."""
    monkeypatch.setattr(backups, "_STATE_TELLS", False)
    monkeypatch.setattr(backups, "_state", lambda: (4096, 0))
    hire()
    assert back_up(Reason.START, now)
    assert back_up(Reason.INTERVAL, now + LATER) is None
    hire("刘强")
    assert back_up(Reason.INTERVAL, now + 2 * LATER)


def test_closing_and_opening_again_is_no_change(store, now):
    back_up(Reason.EXIT, now)
    database.close()
    open_store(store)
    assert back_up(Reason.START, now + LATER) is None


def test_it_works_in_the_worker_while_the_desk_holds_a_transaction(store, now):
    hire()
    with database.atomic("IMMEDIATE"), ThreadPoolExecutor(1) as worker:
        hire("未提交")
        made = worker.submit(in_thread, lambda: back_up(Reason.INTERVAL, now)).result()
    assert staff_in(made.path) == ["王芳"]


def test_a_file_that_is_no_backup_is_not_listed(store, now):
    back_up(Reason.START, now)
    folder = store.parent / "backups"
    for name in ("bandecheng-v1.db", "notes.txt", "bandecheng-20261122-083105.db.part"):
        (folder / name).touch()
    assert len(list_backups()) == 1
    assert list_in(store.parent / "nowhere") == []


def test_old_backups_are_thinned(store, now):
    for day in range(60):
        hire(f"第{day}天")
        back_up(Reason.EXIT, now + timedelta(days=day))
    left = list_backups()
    assert 12 <= len(left) <= 18
    assert left[0].made_at == now + timedelta(days=59)
    kept = {path.stem for path in left[0].path.parent.iterdir()}
    assert kept == {one.path.stem for one in left}  # no manifest stays behind


def test_what_is_left_of_an_unfinished_backup_goes_after_a_day(store, now):
    hire()
    folder = back_up(Reason.START, now).path.parent
    left = ("0123abcd.part", "bandecheng-20261120-083105.db.0123abcd.part")
    kept = ("89abcdef.part", "film.part")
    for name in left + kept:
        (folder / name).touch()
    for name in (*left, "film.part"):
        os.utime(folder / name, 2 * ((now - timedelta(days=2)).timestamp(),))
    os.utime(folder / "89abcdef.part", 2 * (now.timestamp(),))
    hire("刘强")
    back_up(Reason.INTERVAL, now + LATER)
    there = {path.name for path in folder.iterdir()}
    assert there.isdisjoint(left)
    assert there.issuperset(kept)


def test_attached_files_are_in_the_backup(store, now, scan):
    made = back_up(Reason.START, now)
    scan.unlink()
    there = made.path.parent / "attachments" / SHA256[:2] / SHA256[2:]
    assert there.read_bytes() == CONTENT


def test_a_backup_to_any_folder_is_whole_and_compared(store, now, scan, tmp_path):
    hire()
    made = back_up_to(tmp_path / "U盘" / "备份", now)
    assert made.path.parent == tmp_path / "U盘" / "备份"
    assert staff_in(made.path) == ["王芳"]
    assert is_good(made)
    assert (made.path.parent / "attachments" / SHA256[:2] / SHA256[2:]).read_bytes() == CONTENT


def test_asked_for_again_without_a_change_it_is_made_again(store, now, tmp_path):
    back_up_to(tmp_path / "stick", now)
    again = back_up_to(tmp_path / "stick", now + LATER)
    assert again.made_at == now + LATER


def test_the_second_folder_gets_a_copy_too(stick, now, scan):
    made = back_up(Reason.START, now)
    assert made.warning == ""
    (copy,) = list_in(stick)
    assert is_good(copy)
    assert (stick / "attachments" / SHA256[:2] / SHA256[2:]).exists()


def test_a_stick_that_is_not_in_is_a_warning_and_is_made_up_for_later(stick, now):
    stick.rmdir()
    made = back_up(Reason.START, now)
    assert "请插好 U 盘" in made.warning
    assert is_good(made)
    assert "请插好 U 盘" in back_up(Reason.INTERVAL, now + LATER).warning
    stick.mkdir()
    assert back_up(Reason.INTERVAL, now + 2 * LATER) is None  # nothing new, but it is carried
    assert [one.made_at for one in list_in(stick)] == [now]


def test_a_stick_that_cannot_be_read_is_a_warning(stick, now):
    (stick / "bandecheng-20261122-083105.db").mkdir()
    made = back_up(Reason.START, now)
    assert made.warning.startswith("第二份备份没有做成")
    assert is_good(made)


def test_a_full_stick_is_a_warning_and_leaves_no_half_copy(stick, now, monkeypatch):
    def full(source, target):
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.store.backups.shutil.copyfile", full)
    made = back_up(Reason.START, now)
    assert "磁盘空间不足" in made.warning
    assert list(stick.iterdir()) == []


def test_a_stick_that_writes_something_else_is_found_out(store, now, tmp_path, monkeypatch):
    real = shutil.copyfile

    def worn(source, target):
        real(source, target)
        with target.open("r+b") as file:
            file.seek(5000)
            file.write(b"\xff")

    monkeypatch.setattr("app.store.backups.shutil.copyfile", worn)
    with pytest.raises(CannotWrite, match="核对不一致"):
        back_up_to(tmp_path / "worn", now)
    assert list((tmp_path / "worn").iterdir()) == []


def test_a_full_disk_leaves_no_half_backup(store, now, monkeypatch):
    def full(source, target):
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.store.backups.dialect.copy_store", full)
    with pytest.raises(CannotWrite, match="磁盘空间不足"):
        back_up(Reason.START, now)
    assert list((store.parent / "backups").iterdir()) == []


def test_a_damaged_store_is_not_backed_up_over_the_good_ones(store, now):
    for number in range(300):
        hire(f"{number}号")
    good = back_up(Reason.START, now)
    database.close()
    with store.open("r+b") as file:
        file.seek(4096)  # the first page of the first table
        file.write(b"\xff" * 4096)
    database.connect()
    with pytest.raises(StoreTrouble, match=r"备份没有做成|已损坏"):
        back_up(Reason.INTERVAL, now + LATER)
    assert list_backups() == [good]


def test_a_single_flipped_bit_makes_a_backup_unfit(store, now):
    hire("第一份")
    first = back_up(Reason.START, now)
    hire("第二份")
    second = back_up(Reason.START, now + LATER)
    whole = bytearray(second.path.read_bytes())
    whole[whole.index("第二份".encode())] ^= 1
    second.path.write_bytes(whole)
    assert not is_good(second)
    assert newest_good(first.path.parent) == first


def test_a_backup_without_its_manifest_is_still_looked_at(store, now):
    made = back_up(Reason.START, now)
    made.path.with_suffix(".json").unlink()
    (bare,) = list_backups()
    assert bare.sha256 == ""
    assert is_good(bare)
    made.path.write_bytes(b"nonsense")
    assert not is_good(list_backups()[0])


def test_a_broken_manifest_does_no_harm(store, now):
    made = back_up(Reason.START, now)
    made.path.with_suffix(".json").write_text("[1", encoding="utf-8")
    assert [one.made_at for one in list_backups()] == [now]
    assert backups.last_backup() == now
