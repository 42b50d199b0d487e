from pathlib import PurePosixPath, PureWindowsPath

import pytest

from models.dialect import address_of


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/home/王芳/a?.db"), "file:///home/%E7%8E%8B%E8%8A%B3/a%3F.db?mode=rw"),
        (PureWindowsPath("C:\\a b\\c#.db"), "file:///C:/a%20b/c%23.db?mode=rw"),
        (PureWindowsPath("\\\\server\\share\\c.db"), "file:////server/share/c.db?mode=rw"),
    ],
)
def test_sqlite_is_asked_for_a_file_of_any_name_and_never_for_a_host(path, address):
    assert address_of(path) == address
