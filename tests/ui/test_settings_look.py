import json
import os
from pathlib import Path

import pytest

from ui.kit.style import ZOOM
from ui.window import MEMORY, enlarge

SCALE = "QT_SCALE_FACTOR"


@pytest.fixture
def remembered(tmp_path, monkeypatch):
    """The folder of data, with what its window remembers."""
    monkeypatch.setenv(SCALE, "")
    monkeypatch.delenv(SCALE)

    def write(text):
        (tmp_path / MEMORY).write_text(text, "utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        (json.dumps({ZOOM: "1.25"}), "1.25"),
        (json.dumps({ZOOM: "40"}), None),  # somebody has been at the file
        (json.dumps({}), None),
        ("{", None),
    ],
)
def test_the_program_opens_as_large_as_it_was_chosen(remembered, text, scale):
    enlarge(remembered(text))
    assert os.environ.get(SCALE) == scale


def test_what_the_machine_was_set_to_is_kept(remembered, monkeypatch):
    monkeypatch.setenv(SCALE, "2")
    enlarge(remembered(json.dumps({ZOOM: "1.5"})))
    assert os.environ[SCALE] == "2"


def test_a_folder_that_may_not_be_is_no_trouble_yet(remembered):
    enlarge(Path("//server/share"))
    assert SCALE not in os.environ
