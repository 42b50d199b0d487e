"""The command line as other programs start it: a process of its own."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.makers import resident

ROOT = Path(__file__).resolve().parents[2]
CASE = {
    "received_at": "2026-11-20T09:20:00",
    "applicant": {
        "name": "盛建军",
        "id_number": resident("33011119680502053"),
        "phone": "10012345678",
    },
    "matter": "居民身份证换领",
    "demand": "请上门核验。",
}


def begun(folder: Path, *words: object, code: str = "", **environment: str) -> subprocess.Popen:
    program = ["-c", code] if code else ["-m", "ui.main"]
    # A clock that is later than every case, whatever the machine's own says.
    return subprocess.Popen(
        [sys.executable, *program, "--data", str(folder), *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(folder: Path, *words: object, told: str = "", **environment: str) -> tuple[int, str, str]:
    process = begun(folder, *words, **environment)
    out, err = process.communicate(told.encode())
    return process.returncode, out.decode("utf-8"), err.decode("utf-8")


# As the console script, one command after another, and then what was imported for them.
ALL = """
import io, json, sys
from ui.main import main
data, case, out = sys.argv[2:5]
lines = [
    ["register", case], ["find", "x"], ["due", "2026-09-18", "10"], ["check"],
    ["report", "2026-01", "--out", out + "/m.xlsx"], ["backup", "--to", out],
]
for words in lines:
    sys.argv = ["bandecheng", "--data", data, *words]
    assert main() == 0, words
found = [name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")]
sys.exit(f"imported {found}" if found else 0)
"""


def test_no_command_imports_qt(tmp_path):
    case = tmp_path / "case.json"
    case.write_text(json.dumps({**CASE, "received_at": None}), "utf-8")
    process = begun(tmp_path / "data", case, tmp_path, code=ALL)
    _, err = process.communicate()
    assert (process.returncode, err.decode()) == (0, "")


def test_answers_are_utf_8_whatever_the_console_speaks(tmp_path):
    speaks = {"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"}
    case = json.dumps({**CASE, "received_at": None, "matter": "改名为\U00020164"})
    code, told, err = run(tmp_path, "register", "-", told=case, **speaks)
    assert (code, err) == (0, "")
    number = json.loads(told)["number"]
    assert "\U00020164" in run(tmp_path, "show", number, **speaks)[1]
    code, told, err = run(tmp_path, "show", "没有", **speaks)
    assert (code, told, err) == (2, "", "没有编号为“没有”的办件，请核对编号。\n")


MANY = """
import io, sys
from ui.main import main
case, times = sys.argv[3], int(sys.argv[4])
sys.argv[3:] = ["register", case]
del sys.argv[0:1]
sys.argv.insert(0, "bandecheng")
for _ in range(times):
    assert main() == 0
"""


def test_processes_that_register_at_once_lose_nothing_and_leave_no_gap(tmp_path):
    """On an empty folder: they also race to make the store."""
    case = tmp_path / "case.json"
    case.write_text(json.dumps({**CASE, "received_at": None}), "utf-8")
    folder = tmp_path / "data"
    processes = [begun(folder, case, 5, code=MANY) for _ in range(6)]
    told = [process.communicate() for process in processes]
    assert [err.decode() for _, err in told] == [""] * 6
    said = [line for out, _ in told for line in out.decode().splitlines() if '"number"' in line]
    with closing(sqlite3.connect(folder / "bandecheng.db")) as store:
        numbers = [row[0] for row in store.execute('SELECT number FROM "case" ORDER BY number')]
        staff = store.execute("SELECT name, active FROM staff").fetchall()
    assert sorted(line.split('"')[3] for line in said) == numbers
    serials: dict[str, list[int]] = {}
    for number in numbers:
        day, serial = number.split("-")[2:]
        serials.setdefault(day, []).append(int(serial))
    assert sum(map(len, serials.values())) == 30
    assert all(found == list(range(1, len(found) + 1)) for found in serials.values())
    assert staff == [("命令行", 0)]


def test_a_bug_ends_with_1_and_its_place_in_the_log_without_anyones_name(tmp_path):
    assert run(tmp_path, "find", "x")[0] == 0
    with closing(sqlite3.connect(tmp_path / "bandecheng.db")) as store:
        store.execute("ALTER TABLE party DROP COLUMN needs")
    code, told, err = run(tmp_path, "register", "-", told=json.dumps({**CASE, "received_at": None}))
    assert (code, told) == (1, "")
    log = tmp_path / "bandecheng.log"
    assert err == f"程序出错，没有做完。请把日志“{log}”交给维护人员，里面没有群众的信息。\n"
    logged = log.read_text("utf-8")
    assert "app/persons/parties.py" in logged
    assert "盛建军" not in logged
    with closing(sqlite3.connect(tmp_path / "bandecheng.db")) as store:
        assert store.execute('SELECT COUNT(*) FROM "case"').fetchone() == (0,)
