"""The window on a real X display: not offscreen, as all the other tests have it."""

import os
import shutil
import struct
import subprocess
import sys

import pytest
from PIL import Image, ImageColor

import run
from ui.kit.style import LIGHT

SIZE = (1366, 768)
PATIENCE = 60_000  # ms
# The frame buffer of Xvfb is an X window dump: big-endian numbers, then colours, then the pixels.
HEADER, COLOURS, LINE = 0, 19, 12  # where they stand among these numbers
COLOUR_BYTES = 12


@pytest.fixture
def screen(tmp_path):
    """An X server of its own; the folder holds what is on its screen."""
    if not shutil.which("Xvfb"):
        pytest.skip("xvfb is not here")
    told, tell = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24",
         "-fbdir", str(tmp_path), "-nolisten", "tcp"],
        pass_fds=[tell],
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(tell)
    with os.fdopen(told) as said:
        display = f":{said.readline().strip()}"
    yield display, tmp_path / "Xvfb_screen0"
    server.terminate()
    server.wait()


@pytest.fixture
def program(screen, tmp_path):
    """The program as a person starts it on that display."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    kept.pop("WAYLAND_DISPLAY", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.main", "--data", str(tmp_path / "data")],
        cwd=run.ROOT,
        env=kept | {"DISPLAY": screen[0], "HOME": str(tmp_path)},
    )
    yield process
    process.terminate()
    process.wait()


def picture_of(dump):
    content = dump.read_bytes()
    numbers = struct.unpack(">25I", content[:100])
    begin = numbers[HEADER] + numbers[COLOURS] * COLOUR_BYTES
    return Image.frombytes("RGB", SIZE, content[begin:], "raw", "BGRX", numbers[LINE])


def painted(picture, colour):
    """How many points of the picture have that colour."""
    wanted = ImageColor.getrgb(colour)
    return sum(points for points, found in picture.getcolors(2**16) if found == wanted)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is always a screen")
def test_the_window_opens_on_a_real_display(screen, program, tmp_path, qtbot):
    sign, button = (0, 0, 200, 120), (SIZE[0] - 300, SIZE[1] - 120, *SIZE)

    def first_page():
        seen = picture_of(screen[1])
        return all(painted(seen.crop(corner), LIGHT.fill) > 300 for corner in (sign, button))

    qtbot.waitUntil(first_page, timeout=PATIENCE)
    assert program.poll() is None
    picture_of(screen[1]).save(tmp_path / "screen.png")
