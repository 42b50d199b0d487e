import shutil
from datetime import date, datetime, time

import pytest

from app.access import passwords
from app.folders import STORE
from app.startup import start
from models import database
from tests.unsynced import open_unsynced

pytest_plugins = ["tests.keyrings", "tests.laws.watch"]

TODAY = date(2026, 11, 22)
NOW = datetime.combine(TODAY, time(8, 31, 5))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda one: one.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    """A started store with its work calendar, made once and copied for every test."""
    folder = tmp_path_factory.mktemp("store")
    start(folder)
    path = folder / STORE
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch):
    """A guess costs a tenth of a second on purpose; here it need not."""
    monkeypatch.setattr(passwords, "COST", 2**4)


@pytest.fixture
def store(empty_store, tmp_path):
    """The open store of one test; its folder is the data folder."""
    path = tmp_path / "data" / STORE
    path.parent.mkdir()
    shutil.copy(empty_store, path)
    open_unsynced(path)
    yield path
    database.close()


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def now():
    return NOW
