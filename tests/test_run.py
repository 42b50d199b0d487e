import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

import run

HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def pinned(lock):
    """The packages of a lock, each with its version and how many files of it are allowed."""
    entries = re.split(r"^(?=\w)", lock.read_text("utf-8"), flags=re.M)[1:]
    names = [re.match(r"([\w.-]+)==(\S+)", entry) for entry in entries]
    return {
        name[1]: (name[2], len(HASH.findall(entry)))
        for name, entry in zip(names, entries, strict=True)
    }


@pytest.mark.parametrize("lock", [run.PROGRAM, run.DEVELOP])
def test_a_lock_has_a_hash_for_every_package_and_names_no_place(lock):
    assert all(files > 0 for version, files in pinned(lock).values())
    assert not re.search(r"https?:|file:|^-|^/|@", lock.read_text("utf-8"), re.M)


def test_developing_uses_the_very_packages_of_the_program():
    assert pinned(run.PROGRAM).items() <= pinned(run.DEVELOP).items()


def test_what_the_project_names_is_locked():
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    develop = project["optional-dependencies"]["dev"]
    for lock, wanted in [(run.PROGRAM, project["dependencies"]), (run.DEVELOP, develop)]:
        names = {re.split(r"[<>=]", name)[0].lower() for name in wanted}
        assert names <= pinned(lock).keys()
    assert pinned(run.PROGRAM)["pyside6-essentials"][0] == "6.8.3"


def test_an_old_python_gets_as_far_as_the_sentence():
    source = (run.ROOT / "run.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    first = [type(node) for node in tree.body[:3]]
    assert first == [ast.Expr, ast.Import, ast.If]  # docstring, sys, the look at the version


@pytest.mark.parametrize(
    ("told", "chinese", "english"),
    [
        (
            "WARNING: … is not a trusted or secure host and is being ignored.\n"
            "ERROR: No matching distribution found for altgraph==0.17.5",
            "地址是 http",
            "plain http",
        ),
        ("OSError: [Errno 28] No space left on device", "磁盘空间不够", "disk space"),
        ("[Errno 13] Permission denied: '/opt/x'", "写不进去", "cannot be written"),
        ("[Errno 30] Read-only file system: '.venv'", "写不进去", "cannot be written"),
        ("[WinError 5] 拒绝访问。: '.venv'", "写不进去", "cannot be written"),
        ("[WinError 32] 另一个程序正在使用此文件: 'python.exe'", "写不进去", "close the program"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 2] No such file\n"
            "HINT: This error might have occurred since this system does not have "
            "Windows Long Path support enabled.",
            "路径太长",
            "too long",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "校验值不符", "was locked"),
        (
            "Retrying after connection broken by 'NewConnectionError'\n"
            "ERROR: No matching distribution found for pillow==13.0.0",
            "连不上软件源",
            "cannot be reached",
        ),
        ("ERROR: No matching distribution found for x==1", "没有适合", "no package"),
        ("something else", "没有装好", "setup failed"),
    ],
)
def test_a_failed_setup_says_why_in_both_languages(capsys, told, chinese, english):
    with pytest.raises(SystemExit) as stopped:
        run.explain(told)
    assert stopped.value.code == 1
    said = capsys.readouterr().out
    assert chinese in said
    assert english in said


def test_a_failing_step_is_explained(capsys):
    with pytest.raises(SystemExit):
        run.listen(sys.executable, "-c", "raise SystemExit('HTTP error 403 while getting x')")
    said = capsys.readouterr().out
    assert "403" in said
    assert "连不上软件源" in said


def test_this_folder_is_linked_into_the_packages_python_looks_for(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "ROOT", tmp_path / "云溪 便民")
    monkeypatch.setattr(run, "VENV", run.ROOT / ".venv")
    monkeypatch.setattr(run, "SCRIPTS", run.VENV / run.SCRIPTS.name)
    venv.create(run.VENV, with_pip=False)
    run.make_importable()
    (run.ROOT / "ours.py").touch()
    ask = [run.SCRIPTS / run.PYTHON.name, "-P", "-c", "import ours; print(ascii(ours.__file__))"]
    told = subprocess.run(ask, capture_output=True, encoding="ascii", cwd=tmp_path, check=True)
    assert Path(ast.literal_eval(told.stdout)) == run.ROOT / "ours.py"


def test_a_library_that_is_missing_is_seen():
    assert run.is_here("libc.so.6") == run.LINUX
    assert not run.is_here("libnobodyhasthis.so.1")
    assert run.is_here("ensurepip")
    assert not run.is_here("nobodyhasthis")


def test_an_unknown_command_shows_the_known_ones():
    asked = subprocess.run(
        [sys.executable, run.ROOT / "run.py", "dance"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        check=False,
    )
    assert asked.returncode == 2
    commands = re.findall(r"run\.py (\w+)", asked.stdout)
    assert commands == [name for name in run.COMMANDS if name != "open"]
