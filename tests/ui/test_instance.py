import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.errors import AppError
from ui.instance import LOCK, Instance

ROOT = Path(__file__).parents[2]
FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.instance import Instance
app = QCoreApplication([])
instance = Instance(Path(sys.argv[1]))
assert instance.claim()
instance.listen()
def called():
    print("called", flush=True)
instance.called.connect(called)
print("ready", flush=True)
app.exec()
"""
WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from app.errors import AppError
from ui.instance import Instance
if os.getuid() == 0:  # who may write everywhere
    os.setgid(65534)
    os.setuid(65534)
try:
    Instance(Path(sys.argv[1])).claim()
except AppError as error:
    os.write(1, str(error).encode())
"""


@pytest.fixture
def first(tmp_path):
    """The program, started by someone else in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", FIRST, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_start_calls_the_first_to_the_front(qapp, first, tmp_path):
    assert not Instance(tmp_path).claim()
    assert first.stdout.readline() == "called\n"


def test_the_holder_is_known_by_its_process(qapp, first, tmp_path):
    assert Instance(tmp_path)._holder() == first.pid


def test_a_program_that_was_killed_holds_nothing(qapp, first, tmp_path):
    first.kill()
    first.wait()
    assert (tmp_path / LOCK).exists()
    second = Instance(tmp_path)
    assert second.claim()
    second.listen()
    second.release()


def test_folders_do_not_disturb_one_another(qapp, first, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    instance = Instance(other)
    assert instance.claim()
    instance.release()


def test_a_holder_that_does_not_answer_is_told_of(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.instance.PATIENCE", 50)
    silent = Instance(tmp_path)
    assert silent.claim()
    with pytest.raises(AppError, match="没有回应"):
        Instance(tmp_path).claim()
    silent.release()


@pytest.mark.skipif(os.name != "posix", reason="rights are set otherwise on Windows")
def test_a_folder_that_cannot_be_written_is_told_of():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        told = subprocess.run(
            [sys.executable, "-c", WITHOUT_RIGHTS, folder], cwd=ROOT, stdout=subprocess.PIPE
        )
        Path(folder).chmod(0o755)
    assert "不能写" in told.stdout.decode()
