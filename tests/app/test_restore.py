import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from app.errors import AppError
from app.startup import start
from app.store.backups import Reason, back_up, list_backups
from app.store.restore import restore
from models import Staff, database

LATER = timedelta(hours=1)


def hire(name):
    Staff.create(name=name, work_number=name)


def names():
    return [one.name for one in Staff.select().order_by(Staff.id)]


@pytest.fixture
def backup(store, now):
    hire("王芳")
    made = back_up(Reason.START, now)
    hire("刘强")
    return made


def test_the_store_is_as_it_was_and_the_other_is_kept(store, backup, now):
    aside = restore(store.parent, backup, now + LATER)
    start(store.parent)
    assert names() == ["王芳"]
    assert aside.name == "bandecheng-replaced-20261122-093105.db"
    database.close()
    database.init(str(aside))
    with database.connection_context():
        assert names() == ["王芳", "刘强"]


def test_a_log_left_by_the_former_store_is_not_mixed_in(store, backup, now):
    database.execute_sql("PRAGMA wal_autocheckpoint = 0")
    hire("在日志里")
    log, index = (store.with_name(f"{store.name}-{part}") for part in ("wal", "shm"))
    saved = log.read_bytes(), index.read_bytes()
    database.close()
    log.write_bytes(saved[0])
    index.write_bytes(saved[1])
    aside = restore(store.parent, backup, now + LATER)
    start(store.parent)
    assert names() == ["王芳"]
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == saved[0]


def test_attached_files_that_were_lost_come_back(store, now):
    place = store.parent / "attachments" / "ab" / ("c" * 62)
    place.parent.mkdir(parents=True)
    place.write_bytes(b"scan")
    made = back_up(Reason.START, now)
    place.unlink()
    restore(store.parent, made, now + LATER)
    assert place.read_bytes() == b"scan"


def test_a_damaged_backup_changes_nothing(store, backup, now):
    backup.path.write_bytes(backup.path.read_bytes()[:-1])
    with pytest.raises(AppError, match="换一份备份"):
        restore(store.parent, backup, now + LATER)
    start(store.parent)
    assert names() == ["王芳", "刘强"]
    assert list(store.parent.glob("*replaced*")) == []


def test_another_programs_file_is_no_backup(store, backup, now):
    backup.path.unlink()
    backup.path.with_suffix(".json").unlink()
    with closing(sqlite3.connect(backup.path)) as other:
        other.execute("CREATE TABLE notes (id INTEGER)")
    with pytest.raises(AppError, match="换一份备份"):
        restore(store.parent, list_backups()[0], now)


def test_a_store_that_is_gone_is_put_back(store, backup, now):
    database.close()
    store.unlink()
    assert restore(store.parent, backup, now) is None
    start(store.parent)
    assert names() == ["王芳"]
