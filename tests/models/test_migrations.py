import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import peewee as pw
import pytest
from playhouse.schema_diff import diff_models

from models import TABLES, database
from models.dialect import MARK
from models.migrations import STEPS
from models.store import TooNew, open_store

STORES = Path(__file__).parents[1] / "stores"
FULL = 2  # as SQLite numbers it


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


@pytest.fixture
def older(tmp_path):
    """A store as the first two steps made it, filled at the desk of then."""
    path = tmp_path / "old.db"
    shutil.copy(STORES / "v2.db", path)
    return path


def test_an_older_store_is_copied_before_it_is_changed(older, tmp_path):
    open_store(older)
    assert database.pragma("user_version") == len(STEPS)
    assert database.pragma("synchronous") == FULL  # what is saved is there after a power cut
    database.close()
    with closing(sqlite3.connect(tmp_path / "backups" / "old-v2.db")) as copy:
        assert copy.execute('SELECT COUNT(*) FROM "case"').fetchone() == (26,)
        assert copy.execute("PRAGMA user_version").fetchone() == (2,)


def test_what_an_older_store_held_is_all_there(older):
    with closing(sqlite3.connect(older)) as before:
        held = {table: rows_in(before, table) for table in ("case_event", "paper", "case", "unit")}
    open_store(older)
    for table, was in held.items():
        columns, rows = was
        assert rows_in(database, table, columns) == rows
    database.close()


def rows_in(connection, table, columns=None):
    """The names of the columns and every row, or the rows in those columns."""
    if columns is None:
        found = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        return found, rows_in(connection, table, found)
    names = ", ".join(f'"{one}"' for one in columns)
    run = getattr(connection, "execute_sql", connection.execute)
    return run(f'SELECT {names} FROM "{table}" ORDER BY id').fetchall()


def test_an_older_case_is_in_the_hands_of_who_received_it(older):
    open_store(older)
    run = database.execute_sql
    assert run('SELECT COUNT(*) FROM "case" WHERE handler_id <> staff_id').fetchone() == (0,)
    assert (
        run('SELECT COUNT(*) FROM "case" WHERE clock_from <> date(received_at)').fetchone()[0] == 0
    )
    handled = "SELECT id FROM \"case\" WHERE status = 'handling'"
    states = run(
        f"SELECT DISTINCT state FROM case_unit WHERE role = 'lead' AND case_id IN ({handled})"
    )
    assert states.fetchall() == [("signed",)]
    with pytest.raises(pw.DatabaseError, match="never deleted"):  # its guards came along
        run('DELETE FROM "case"')
    database.close()


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


def test_of_an_older_store_the_first_at_work_looks_after_the_others(older):
    open_store(older)
    staff = database.execute_sql("SELECT active, role, password FROM staff ORDER BY id").fetchall()
    working = [role for active, role, _ in staff if active]
    assert working == ["admin"] + ["clerk"] * (len(working) - 1)
    assert {password for *_, password in staff} == {""}
    database.close()


def test_of_an_older_store_each_conclusion_is_that_of_the_first_round(older):
    open_store(older)
    run = database.execute_sql
    case = 'SELECT id, concluded_at, ending FROM "case" WHERE concluded_at IS NOT NULL ORDER BY id'
    kept = "SELECT case_id, at, ending FROM closing WHERE round = 1 AND result <> '' ORDER BY id"
    concluded = run(case).fetchall()
    assert run(kept).fetchall() == concluded
    assert len(concluded) > 5
    assert run("SELECT COUNT(*) FROM closing WHERE \"by\" = ''").fetchone() == (0,)
    due = 'SELECT due_on FROM "case" WHERE concluded_at IS NOT NULL ORDER BY id'
    assert run("SELECT due_on FROM closing ORDER BY id").fetchall() == run(due).fetchall()
    database.close()
