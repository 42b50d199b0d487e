"""The ten laws of the house, and that each of their checks sees what it is there to see."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from app.changes import Kind, saving, subscribe
from models import database
from tests.laws import source
from tests.laws.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = {c["name"]: c for c in PROJECT["tool"]["importlinter"]["contracts"]}
LINT = Path(sys.executable).with_name("lint-imports")
FLOORS = "ui on exports on app on models"
QT = "Qt lives in ui alone"
TABLES = "Tables are seen by app alone"
PAPER = "Paper lives in exports alone"
SCREENS = "Screens do not know one another"
FLOORS_DOWN = ("ui", "exports", "app", "models")
# Every sub-package of ui is a screen but these two.
SCREEN_FOLDERS = {path.parent.name for path in (ROOT / "ui").glob("*/*.py")} - {
    "kit",
    "command_line",
}


def broken_contracts(project: Path) -> list[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    told = subprocess.run(
        [LINT, "--no-logo", "--no-cache"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    kept = re.findall(r"^(.+?) KEPT", told, re.M)
    broken = re.findall(r"^(.+?) BROKEN", told, re.M)
    assert sorted({*kept, *broken}) == sorted(CONTRACTS), told
    return broken


@pytest.fixture
def house(tmp_path):
    """A copy of the four floors in which a wall can be broken."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for floor in FLOORS_DOWN:
        shutil.copytree(ROOT / floor, tmp_path / floor, ignore=shutil.ignore_patterns("*.pyc"))
    (tmp_path / "ui" / "plain.py").touch()  # of ui, without Qt: it breaks the floors alone
    return tmp_path


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        (FLOORS, "app/bad.py", "import ui.plain"),
        (FLOORS, "exports/bad.py", "import ui.plain"),
        (FLOORS, "models/bad.py", "import app.errors"),
        (QT, "exports/bad.py", "import PySide6"),
        (QT, "app/bad.py", "from PySide6.QtCore import QDate"),
        (TABLES, "ui/bad.py", "import peewee"),
        (TABLES, "exports/bad.py", "from models import base"),
        (PAPER, "app/bad.py", "import openpyxl"),
        (PAPER, "ui/bad.py", "import reportlab.pdfgen"),
        (SCREENS, "ui/home/bad.py", "import ui.reports"),
    ],
)
def test_laws_1_to_5_a_broken_wall_is_seen_and_named(house, contract, module, line):
    (house / module).write_text(line, "utf-8")
    assert broken_contracts(house) == [contract]


def test_laws_1_to_5_hold_and_lists_are_seen_by_all(house):
    for module in ("ui/good.py", "exports/good.py"):
        (house / module).write_text("import models.choices", "utf-8")
    assert broken_contracts(house) == []


def test_law_5_names_every_screen():
    assert {f"ui.{screen}" for screen in SCREEN_FOLDERS} == set(CONTRACTS[SCREENS]["modules"])


def test_law_6_a_saving_is_announced_once_and_after_the_commit(store):
    heard = []
    stop = subscribe(lambda kinds: heard.append((kinds, database.in_transaction())))
    with saving(Kind.CASES), saving(Kind.PAPERS):
        assert heard == []
    stop()
    assert heard == [(frozenset({Kind.CASES, Kind.PAPERS}), False)]


def test_law_6_a_saving_that_fails_is_not_announced(store):
    heard = []
    stop = subscribe(heard.append)
    with pytest.raises(ZeroDivisionError), saving(Kind.CASES):
        raise ZeroDivisionError
    stop()
    assert heard == []


@pytest.mark.parametrize(
    ("written_in", "unsaved"), [("app/bad.py", 1), ("ui/bad.py", 1), ("tests/good.py", 0)]
)
def test_law_6_a_write_outside_a_saving_is_seen(store, unsaved_writes, written_in, unsaved):
    write = "database.execute_sql(\"INSERT INTO counter (series, last) VALUES ('X', 1)\")"
    with database.atomic():
        exec(compile(write, ROOT / written_in, "exec"), {"database": database})
    found = [line.partition(":")[0] for line in unsaved_writes]
    unsaved_writes.clear()
    assert found == [written_in] * unsaved


def test_law_6_a_write_inside_a_saving_is_fine(store, unsaved_writes):
    write = "database.execute_sql(\"INSERT INTO counter (series, last) VALUES ('X', 1)\")"
    with saving(Kind.CASES):
        exec(compile(write, ROOT / "app/good.py", "exec"), {"database": database})
    assert unsaved_writes == []


def findings(check, paths):
    return [
        f"{path.relative_to(ROOT)}:{found}"
        for path in paths
        for found in check(path.read_text("utf-8"))
    ]


def test_law_7_the_clock_is_read_in_one_place():
    place = {*source.files("ui/main.py", "ui/command_line")}
    told = [path for path in source.files(*FLOORS_DOWN) if path not in place]
    assert findings(source.clock_readings, told) == []


def test_law_8_screens_catch_invalid_and_nothing_else():
    screens = [f"ui/{screen}" for screen in SCREEN_FOLDERS]
    assert findings(source.caught_errors, source.files(*screens)) == []


def test_law_9_a_released_step_is_never_edited():
    released = (ROOT / "tests" / "laws" / "released_steps.txt").read_text("utf-8")
    assert edited_steps(released, ROOT / "models" / "migrations") == []


def edited_steps(released: str, folder: Path) -> list[str]:
    """Which of the steps, listed as `sha256  file`, are not what was released."""
    rows = [line.split() for line in released.splitlines() if not line.startswith("#")]
    return [
        name
        for digest, name in rows
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest
    ]


def test_law_9_an_edit_is_seen(tmp_path):
    step = tmp_path / "m0001_cases.py"
    step.write_bytes(b"as released")
    released = f"# list\n{hashlib.sha256(b'as released').hexdigest()}  {step.name}\n"
    assert edited_steps(released, tmp_path) == []
    step.write_bytes(b"edited")
    assert edited_steps(released, tmp_path) == [step.name]


def test_law_10_warnings_are_errors_and_no_test_sleeps():
    pytest_options = PROJECT["tool"]["pytest"]["ini_options"]
    assert pytest_options["filterwarnings"] == ["error"]
    assert pytest_options["qt_log_level_fail"] == "WARNING"
    assert findings(source.sleeps, source.files("tests")) == []


def test_names_and_comments_are_english():
    everything = source.files(*FLOORS_DOWN, "tests", "run.py")
    assert findings(source.foreign_words, everything) == []
