import json
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.background import close_store
from tests.conftest import NOW
from tests.makers import resident
from ui.command_line import main

CHINA = timezone(timedelta(hours=8))


@pytest.fixture
def folder(tmp_path):
    """The data folder; empty until the first command."""
    return tmp_path / "data"


@pytest.fixture
def clock():
    return lambda: NOW.replace(tzinfo=CHINA)


@pytest.fixture
def bandecheng(folder, clock, capsysbinary, monkeypatch):
    """Run a command as the console does: its code, what it answered, what it complained of."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def run(*words: object, at: datetime | None = None) -> tuple[int, object, str]:
        code = main(["--data", str(folder), *map(str, words)], (lambda: at) if at else clock)
        told = capsysbinary.readouterr()
        out = told.out.decode("utf-8")
        return code, json.loads(out) if out else None, told.err.decode("utf-8")

    yield run
    close_store()


@pytest.fixture
def register(bandecheng, tmp_path):
    """Register the case; what `bandecheng` gives."""

    def run(case: object, **changes: object) -> tuple[int, object, str]:
        file = tmp_path / "case.json"
        whole = {**case, **changes} if isinstance(case, dict) else case
        file.write_text(json.dumps(whole), "utf-8")
        return bandecheng("register", file)

    return run


@pytest.fixture
def act(bandecheng, tmp_path):
    """Make a move of a case with what is said; what `bandecheng` gives."""

    def run(number: str, move: str, at: datetime | None = None, /, **said: object):
        file = tmp_path / "said.json"
        file.write_text(json.dumps(said), "utf-8")
        return bandecheng("act", number, move, file, at=at)

    return run


@pytest.fixture
def case():
    """The case of the report with every key the command line knows."""
    return {
        "received_at": "2026-11-20T09:20:00",
        "channel": "counter",
        "applicant": {
            "kind": "person",
            "name": "盛建军",
            "id_kind": "resident",
            "id_number": resident("33011119680502053"),
            "phone": "10012345678",
            "village": "石门村",
            "address": "3组12号",
            "needs": [],
        },
        "beneficiary": {
            "kind": "person",
            "name": "刘秀珍",
            "id_kind": "resident",
            "id_number": resident("33011119700311342"),
            "phone": "",
            "village": "石门村",
            "address": "",
            "needs": ["disabled", "sick"],
        },
        "proxy": {
            "kind": "person",
            "name": "盛小\U00020164",
            "id_kind": "resident",
            "id_number": "",
            "phone": "10012345679",
            "village": "",
            "address": "",
            "needs": [],
            "relation": "女儿",
        },
        "matter": "居民身份证换领",
        "problem": "妻子失智，出不了门。",
        "demand": "请上门核验。",
        "trips": 3,
        "tried_units": ["派出所"],
        "answer_given": "本人不到场，拍不了照片。",
        "nature": "hard",
        "cause": "channels",
        "grade": "complex",
        "method": "visit",
        "materials": ["到期身份证", {"name": "照片", "copies": "2张", "kept": False}],
    }


@pytest.fixture
def everything(folder):
    """How many cases, persons and numbers the store holds."""
    import sqlite3
    from contextlib import closing

    def count() -> tuple[int, ...]:
        with closing(sqlite3.connect(Path(folder) / "bandecheng.db")) as store:
            return tuple(
                store.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0]
                for table in ("case", "party", "counter", "case_event", "paper", "month_export")
            )

    return count
