"""Pictures of the pages: what was asked for, in the size it is named by."""

import os
import subprocess
import sys

import pytest
from PIL import Image

import run
from ui.pictures import DARK, SCALED, SIZES
from ui.scenes import EMPTY, FULL


@pytest.mark.slow
@pytest.mark.parametrize(
    ("only", "scale", "theme", "ending"),
    [("08-who", "1", "", ""), ("01-desk", "1.5", "", "@150"), ("01-desk", "1", "dark", "-dark")],
)
def test_a_picture_is_of_the_size_in_its_name(tmp_path, only, scale, theme, ending):
    asked = [str(tmp_path), "--only", only, "--scale", scale, "--theme", theme]
    subprocess.run(
        [sys.executable, "-m", "ui.pictures", *asked],
        cwd=run.ROOT,
        env=os.environ | run.OFFSCREEN | {"QT_SCALE_FACTOR": scale},
        check=True,
        timeout=300,
    )
    names = {f"{only}-{width}x{height}{ending}.png": (width, height) for width, height in SIZES}
    assert {path.name for path in tmp_path.iterdir()} == names.keys()
    for name, size in names.items():
        with Image.open(tmp_path / name) as image:
            assert image.size == size
            assert len(image.convert("RGB").getcolors(2**24)) > 20, name


def test_a_scene_has_a_name_of_its_own_and_those_taken_twice_are_there():
    names = [name for name, _ in (*FULL, *EMPTY)]
    assert len(set(names)) == len(names)
    assert {*DARK, *SCALED} <= set(names)
