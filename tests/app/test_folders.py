from pathlib import Path

import pytest

from app import folders
from app.errors import AppError
from app.folders import data_folder, mount_type, names_a_server

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sda2 /home ext4 rw 0 0
//server/public /home/clerk/公共 cifs rw 0 0
server:/export /mnt/our\\040share nfs4 rw 0 0
clerk@server: /home/clerk/far fuse.sshfs rw 0 0
/dev/sdb1 /media/stick vfat rw 0 0
server:/old /srv nfs rw 0 0
/dev/sdc1 /srv ext4 rw 0 0
"""


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch):
    monkeypatch.delenv(folders.VARIABLE, raising=False)


def test_without_a_word_it_is_the_users_own_local_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(folders.sys, "platform", "linux")
    assert data_folder().name == "Bandecheng"


def test_the_argument_wins_over_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv(folders.VARIABLE, str(tmp_path / "named"))
    assert data_folder(tmp_path / "asked") == tmp_path / "asked"
    assert data_folder() == tmp_path / "named"
    monkeypatch.setenv(folders.VARIABLE, f'"{tmp_path / "with marks"}"')
    assert data_folder() == tmp_path / "with marks"


def test_a_portable_program_keeps_its_data_beside_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(folders, "program_folder", lambda: tmp_path)
    assert data_folder() != tmp_path / "data"
    (tmp_path / "portable.flag").touch()
    assert data_folder() == tmp_path / "data"
    monkeypatch.setenv(folders.VARIABLE, str(tmp_path / "named"))
    assert data_folder() == tmp_path / "named"


def test_a_frozen_program_is_where_its_executable_is(monkeypatch, tmp_path):
    monkeypatch.setattr(folders.sys, "frozen", True, raising=False)
    monkeypatch.setattr(folders.sys, "executable", str(tmp_path / "bandecheng"))
    assert folders.program_folder() == tmp_path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/data", "ext4"),
        ("/home/clerk/data", "ext4"),
        ("/home/clerk/公共/办得成", "cifs"),
        ("/home/clerk/公共的", "ext4"),
        ("/mnt/our share/data", "nfs4"),
        ("/home/clerk/far", "fuse.sshfs"),
        ("/media/stick/data", "vfat"),
        ("/srv/data", "ext4"),  # the later mount hides the share
    ],
)
def test_the_deepest_mount_says_what_holds_a_path(path, kind):
    assert mount_type(Path(path), MOUNTS) == kind


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs"])
def test_a_share_that_is_mounted_is_refused(monkeypatch, tmp_path, kind):
    monkeypatch.setattr(folders, "_mount_type", lambda path: kind)
    with pytest.raises(AppError, match=r"网络盘.*本机硬盘"):
        data_folder(tmp_path)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "vfat", "fuseblk"])
def test_a_disk_of_this_computer_is_welcome(monkeypatch, tmp_path, kind):
    monkeypatch.setattr(folders, "_mount_type", lambda path: kind)
    assert data_folder(tmp_path) == tmp_path


def test_a_mapped_drive_of_windows_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(folders.sys, "platform", "win32")
    monkeypatch.setattr(folders, "_drive_type", lambda path: 4)
    assert folders.is_on_network(tmp_path)
    monkeypatch.setattr(folders, "_drive_type", lambda path: 3)
    assert not folders.is_on_network(tmp_path)


def test_a_link_of_windows_to_a_share_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(folders.sys, "platform", "win32")
    monkeypatch.setattr(folders, "_drive_type", lambda path: 3)
    monkeypatch.setattr(Path, "resolve", lambda path: Path("\\\\server\\share\\data"))
    assert folders.is_on_network(tmp_path)


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("\\\\server\\share\\data", True),
        ("\\\\?\\UNC\\server\\share", True),
        ("\\\\?\\C:\\data", False),
        ("\\\\.\\C:\\data", False),
        ("C:\\data", False),
        ("/home/clerk/data", False),
        ("data", False),
    ],
)
def test_a_path_that_names_a_server_is_known_by_its_writing(text, server):
    assert names_a_server(text) is server
    if server:
        with pytest.raises(AppError, match="网络盘"):
            data_folder(Path(text))


def test_on_windows_slashes_may_lean_the_other_way(monkeypatch):
    monkeypatch.setattr(folders.sys, "platform", "win32")
    assert names_a_server("//server/share/data")
