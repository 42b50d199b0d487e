import sys

from app.resources import resource


def test_fonts_are_found_from_source():
    assert resource("fonts", "HanaMinB.ttf").is_file()


def test_a_frozen_program_looks_where_it_was_unpacked(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("texts", "receipt.txt") == tmp_path / "resources" / "texts" / "receipt.txt"
