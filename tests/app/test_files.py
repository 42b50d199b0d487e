import errno
import hashlib
from pathlib import Path

import pytest

from app.errors import CannotWrite
from app.files import appearing, fingerprint


def test_a_file_appears_whole_and_at_once(tmp_path):
    path = tmp_path / "new" / "file.db"
    with appearing(path) as part:
        part.write_bytes(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert list(path.parent.iterdir()) == [path]


def test_what_was_there_stays_when_the_writing_fails(tmp_path):
    path = tmp_path / "file.db"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), appearing(path) as part:
        part.write_bytes(b"half")
        raise ZeroDivisionError
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EACCES, "检查文件夹的权限"),
        (errno.EROFS, "只读"),
        (errno.ENOENT, "U 盘已拔出"),
        (errno.EIO, "检查磁盘"),
    ],
)
def test_trouble_with_the_disk_ends_as_a_sentence(tmp_path, number, sentence):
    with pytest.raises(CannotWrite, match=sentence), appearing(tmp_path / "file.db"):
        raise OSError(number, "of the system")
    assert list(tmp_path.iterdir()) == []


def test_a_file_open_in_another_program_is_not_blamed_on_the_folder(tmp_path, monkeypatch):
    """As Windows answers: the part is written, but what it replaces is being read."""

    def refused(part, path):
        raise PermissionError(errno.EACCES, "being used", str(part), 32, str(path))

    monkeypatch.setattr(Path, "replace", refused)
    with (
        pytest.raises(CannotWrite, match="被其他程序打开"),
        appearing(tmp_path / "file.db") as part,
    ):
        part.write_bytes(b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_long_name_still_fits_with_its_ending(tmp_path):
    path = tmp_path / f"{'长' * 80}.db"
    with appearing(path) as part:
        part.write_bytes(b"x")
    assert path.exists()


def test_a_fingerprint_is_the_sha_256_of_the_content(tmp_path):
    path: Path = tmp_path / "file"
    path.write_bytes(b"x" * 1_000_000)
    assert fingerprint(path) == hashlib.sha256(b"x" * 1_000_000).hexdigest()
