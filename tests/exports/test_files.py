import errno
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import CannotWrite
from exports import files
from exports.files import replacing
from exports.receipt_pdf import write_receipt
from models import disk
from tests.exports.samples import PLAIN

ROOT = Path(__file__).parents[2]
BEFORE = b"what was there before"


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "回执.pdf"
    path.write_bytes(BEFORE)
    return path


@contextmanager
def nobody():
    """Not root for a while: root may write everywhere."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def assert_untouched(target):
    assert target.read_bytes() == BEFORE
    assert list(target.parent.iterdir()) == [target]


def test_a_whole_draft_takes_the_place(target):
    with replacing(target) as draft:
        draft.write_bytes(b"new")
        assert target.read_bytes() == BEFORE
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_file_of_another_program_that_looks_like_a_draft_is_left_alone(tmp_path):
    other = tmp_path / "~月报.xlsx"
    other.write_bytes(BEFORE)
    with replacing(tmp_path / "月报.xlsx") as draft:
        draft.write_bytes(b"new")
    assert other.read_bytes() == BEFORE


def test_an_error_of_the_writer_passes_and_leaves_nothing(target):
    with pytest.raises(ZeroDivisionError), replacing(target) as draft:
        draft.write_bytes(b"half")
        1 / 0  # noqa: B018  # the error of a writer
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no disk that is always full")
def test_a_full_disk_is_said_and_leaves_nothing(target):
    with pytest.raises(CannotWrite, match="磁盘空间不足"), replacing(target) as draft:
        draft.write_bytes(b"half")
        Path("/dev/full").write_bytes(b"too much")
    assert_untouched(target)


FILL = """
import resource, sys
from pathlib import Path
from app.errors import CannotWrite
from exports.receipt_pdf import write_receipt
from tests.exports.samples import PLAIN
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_receipt(PLAIN, Path(sys.argv[1]))
except CannotWrite as error:
    sys.stdout.buffer.write(str(error).encode())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_paper_that_does_not_fit_on_the_disk_leaves_the_old_one(target):
    """A real writer that is cut off in the middle of its file."""
    command = [sys.executable, "-c", FILL, target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert "磁盘空间不足" in done.stdout.decode()
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are set otherwise on Windows")
def test_a_folder_that_cannot_be_written_is_said(target):
    target.parent.chmod(0o555)
    with nobody(), pytest.raises(CannotWrite, match="文件夹不能写入"), replacing(target) as draft:
        draft.write_bytes(b"new")
    target.parent.chmod(0o755)
    assert_untouched(target)


def test_a_missing_folder_is_said(tmp_path):
    path = tmp_path / "U盘" / "回执.pdf"
    with pytest.raises(CannotWrite, match="文件夹不存在"):
        write_receipt(PLAIN, path)
    assert not path.parent.exists()


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path):
    path = tmp_path / "回执.pdf"
    path.mkdir()
    with pytest.raises(CannotWrite, match="同名的文件夹"):
        write_receipt(PLAIN, path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_too_long_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="太长"):
        write_receipt(PLAIN, tmp_path / f"{'回' * 200}.pdf")
    assert not list(tmp_path.iterdir())


def test_a_long_name_that_the_system_takes_is_taken(tmp_path):
    path = tmp_path / f"{'回' * 83}.pdf"
    write_receipt(PLAIN, path)
    assert path.stat().st_size > 1000


def test_a_file_open_in_another_program_is_said(target, monkeypatch):
    """As Windows answers: the draft is written, but the file cannot be replaced."""

    def refused(draft, path):
        raise PermissionError(
            errno.EACCES, "being used by another process", str(draft), 5, str(path)
        )

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(CannotWrite, match="被其他程序打开"), replacing(target) as draft:
        draft.write_bytes(b"new")
    assert_untouched(target)


def test_a_file_a_scanner_looks_at_is_put_in_place_a_moment_later(target, monkeypatch):
    replace, tried = Path.replace, []

    def refused_at_first(draft, path):
        tried.append(draft)
        if len(tried) == 1:
            raise PermissionError(errno.EACCES, "being used", str(draft), 32, str(path))
        return replace(draft, path)

    monkeypatch.setattr(disk, "WINDOWS", True)
    monkeypatch.setattr(Path, "replace", refused_at_first)
    with replacing(target) as draft:
        draft.write_bytes(b"new")
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_windows_refuses_a_folder_as_it_does_an_open_file(target, monkeypatch):
    def refused(draft, path):
        raise PermissionError(errno.EACCES, "access denied", str(draft), 5, str(path))

    target.unlink()
    target.mkdir()
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(CannotWrite, match="同名的文件夹"), replacing(target) as draft:
        draft.write_bytes(b"new")


@pytest.mark.parametrize(
    ("name", "sentence"), [("月报.xlsx", "请检查磁盘"), ("8:30.xlsx", "不能用的字符")]
)
def test_what_windows_has_no_number_for_is_not_blamed_on_a_good_name(tmp_path, name, sentence):
    with pytest.raises(CannotWrite, match=sentence), replacing(tmp_path / name):
        raise OSError(errno.EINVAL, "a device which does not exist was specified")


def test_trouble_with_another_file_is_not_blamed_on_this_one(target):
    with pytest.raises(FileNotFoundError), replacing(target):
        (target.parent / "字体.ttf").read_bytes()
    assert_untouched(target)


def test_every_reason_is_a_sentence_that_says_what_to_do():
    for reason in {*files._REASONS.values(), files.OPEN_ELSEWHERE, files.OTHER}:
        assert "请" in reason
        assert not reason.endswith("。")
