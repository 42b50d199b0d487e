import re
import sqlite3
from contextlib import closing

import pytest
from playhouse.schema_diff import diff_models

from models import TABLES, database
from models.dialect import MARK
from models.migrations import STEPS
from models.store import TooNew, open_store


def schema(connection):
    """Every table and index as SQLite keeps it, however its text was laid out."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    )
    return {
        name: re.sub(r"\s+", " ", sql).replace("( ", "(")
        for name, sql in found
        if not name.startswith("case_index")
    }


def test_the_steps_lead_to_the_tables_as_written(store):
    assert str(diff_models(database, TABLES)) == ""


def test_a_stepped_store_is_the_same_as_a_created_one(store, tmp_path):
    stepped = schema(database.connection())
    database.close()
    database.init(str(tmp_path / "created.db"))
    with database.connection_context():
        database.create_tables(TABLES)
        assert stepped == schema(database.connection())


def test_a_store_of_a_later_version_is_refused(store):
    database.pragma("user_version", len(STEPS) + 1)
    with pytest.raises(TooNew):
        open_store(store)
    assert database.is_closed()


def test_an_older_store_is_copied_before_it_is_changed(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    monkeypatch.setattr("models.store.STEPS", STEPS[:1])
    open_store(path)
    database.execute_sql("INSERT INTO counter (series, last) VALUES ('BBC', 7)")
    database.close()
    monkeypatch.setattr("models.store.STEPS", STEPS)
    open_store(path)
    assert database.pragma("user_version") == len(STEPS)
    database.close()
    with closing(sqlite3.connect(tmp_path / "backups" / "old-v1.db")) as copy:
        assert copy.execute("SELECT last FROM counter").fetchone() == (7,)
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_step_that_fails_leaves_no_trace(tmp_path, monkeypatch):
    def broken(migrator):
        migrator.database.execute_sql("CREATE TABLE half (id INTEGER)")
        raise ZeroDivisionError

    path = tmp_path / "broken.db"
    monkeypatch.setattr("models.store.STEPS", (*STEPS, broken))
    with pytest.raises(ZeroDivisionError):
        open_store(path)
    with closing(sqlite3.connect(path)) as left:
        assert "half" not in schema(left)
        assert left.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert left.execute("PRAGMA application_id").fetchone() == (MARK,)
