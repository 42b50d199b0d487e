import pytest

from models import disk


@pytest.fixture
def held(monkeypatch):
    """As Windows answers while another program looks at a file; how often it was tried."""
    tried = []
    replace = disk.Path.replace

    def hold(times):
        def refuse(part, path):
            tried.append(part)
            if len(tried) <= times:
                raise PermissionError(13, "being used by another process", str(part), 32, str(path))
            return replace(part, path)

        monkeypatch.setattr(disk.Path, "replace", refuse)
        return tried

    monkeypatch.setattr(disk, "PAUSES", (0, 0, 0, 0))
    return hold


@pytest.fixture
def part(tmp_path):
    made = tmp_path / "store.part"
    made.write_bytes(b"whole")
    return made


def test_a_scanner_that_looks_at_a_fresh_file_is_waited_for(part, held, monkeypatch):
    monkeypatch.setattr(disk, "WINDOWS", True)
    tried = held(times=3)
    disk.put_in_place(part, part.with_suffix(".db"))
    assert part.with_suffix(".db").read_bytes() == b"whole"
    assert len(tried) == 4


def test_a_file_that_stays_open_elsewhere_is_refused(part, held, monkeypatch):
    monkeypatch.setattr(disk, "WINDOWS", True)
    held(times=99)
    with pytest.raises(PermissionError):
        disk.put_in_place(part, part.with_suffix(".db"))
    assert part.read_bytes() == b"whole"


def test_where_only_rights_can_refuse_it_is_not_tried_again(part, held, monkeypatch):
    monkeypatch.setattr(disk, "WINDOWS", False)
    tried = held(times=1)
    with pytest.raises(PermissionError):
        disk.put_in_place(part, part.with_suffix(".db"))
    assert len(tried) == 1
