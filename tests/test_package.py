"""The package: built once, looked into, and used where there is nothing but it."""

import json
import os
import re
import subprocess
import sys

import pytest
from PyInstaller.archive.readers import CArchiveReader

import run
from app.version import VERSION
from tests.test_journey import left_by_a_journey

OURS = {"app", "exports", "models", "ui"}
THEIRS = {
    "PIL",
    "PySide6",
    "cryptography",
    "dateutil",
    "et_xmlfile",
    "icalendar",
    "jaraco",
    "keyring",
    "more_itertools",
    "msoffcrypto",
    "olefile",
    "openpyxl",
    "peewee",
    "platformdirs",
    "playhouse",
    "pypdfium2",
    "pypdfium2_cfg",
    "pypdfium2_raw",
    "pypinyin",
    "reportlab",
    "shiboken6",
    "stdnum",
}
# What the keyring of each system needs, and what Python has itself from 3.12 on.
THEIRS |= {"win32ctypes"} if sys.platform == "win32" else {"jeepney", "secretstorage"}
THEIRS |= {"backports", "importlib_metadata", "zipp"} if sys.version_info < (3, 12) else set()
QT = {"Core", "DBus", "Gui", "Network", "PrintSupport", "Svg", "Test", "Widgets", "XcbQpa"}
PLUGINS = {
    "imageformats/qjpeg",
    "platforminputcontexts/composeplatforminputcontextplugin",
    "platforminputcontexts/ibusplatforminputcontextplugin",
    "platforms/qoffscreen",
    "platforms/qxcb",
    "platforms/qwindows",
    "platformthemes/qxdgdesktopportal",
    "printsupport/cupsprintersupport",
    "xcbglintegrations/qxcb-glx-integration",
}
RESOURCES = {"calendars", "demo", "fonts", "icons", "texts"}
FOR_DEVELOPERS = {"asyncio", "doctest", "multiprocessing", "pdb", "tests", "tkinter", "unittest"}
MOST_MB = 220


@pytest.mark.slow
def test_the_package_holds_what_is_used_and_does_the_journey_by_itself(tmp_path):
    built = build(tmp_path)
    look_into(built)
    assert asked_of(built, tmp_path, "--version") == {"version": VERSION}
    assert asked_of(built, tmp_path, "due", "2026-09-18", "10")["due"] == "2026-10-09"
    assert run.try_out(built, tmp_path / "out") == 0
    left_by_a_journey(tmp_path / "out")


def build(folder):
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    done = subprocess.run(
        [*command, *places, "build.spec"], cwd=run.ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "dist" / "bandecheng"


def look_into(built):
    """Modules, Qt's libraries and plugins: none but those that are wanted."""
    packed = modules_of(built / "bandecheng")
    assert "ui.journey" in packed
    assert not {"ui.pictures", "ui.scenes"} & packed.keys()
    modules = {name.split(".")[0] for name in packed}
    foreign = {
        name
        for name in modules - sys.stdlib_module_names
        if not name.startswith(("_sysconfigdata", "_pyi_rth"))
    }
    assert foreign == OURS | THEIRS
    assert modules & FOR_DEVELOPERS == set()
    files = [path for path in built.rglob("*") if path.is_file() and not path.is_symlink()]
    qt = {found[1] for path in files if (found := re.match(r"(?:lib)?Qt6?(\w+?)\.", path.name))}
    assert qt == QT
    plugins = {
        "/".join(path.with_suffix("").parts[-2:]).replace("/lib", "/")
        for path in files
        if "plugins" in path.parts
    }
    assert plugins <= PLUGINS
    assert {"platforms/qxcb", "platforms/qoffscreen"} <= plugins or sys.platform == "win32"
    assert [path.name for path in files if path.suffix == ".qm"] == ["qtbase_zh_CN.qm"]
    inside = built / "_internal"
    assert {path.name for path in (inside / "resources").iterdir()} == RESOURCES
    assert (inside / "LICENSE").exists()
    assert sum(path.stat().st_size for path in files) < MOST_MB * 2**20


def modules_of(program):
    archive = CArchiveReader(str(program))
    name = next(name for name in archive.toc if name.endswith(".pyz"))
    return archive.open_embedded_archive(name).toc


def asked_of(built, folder, *words):
    """What the command line of the package answers."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    told = subprocess.run(
        [built / "bandecheng", *words],
        cwd=folder,
        env={"HOME": str(folder), **kept},
        capture_output=True,
        check=True,
    )
    return json.loads(told.stdout.decode("utf-8"))
