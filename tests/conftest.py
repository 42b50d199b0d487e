import shutil
from datetime import date, datetime, time

import pytest

from models import database
from models.store import open_store

pytest_plugins = ["tests.laws.watch"]

TODAY = date(2026, 11, 22)
NOW = datetime.combine(TODAY, time(8, 31, 5))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    """A migrated store, made once and copied for every test."""
    path = tmp_path_factory.mktemp("store") / "empty.db"
    open_store(path)
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture
def store(empty_store, tmp_path):
    """The open store of one test; its folder is the data folder."""
    path = tmp_path / "data" / "bandecheng.db"
    path.parent.mkdir()
    shutil.copy(empty_store, path)
    open_store(path)
    yield path
    database.close()


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def now():
    return NOW
