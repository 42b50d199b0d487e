"""The look: every pair of colours that can meet can be read, and there is a font on any machine."""

import subprocess
import sys
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel

from app.resources import resource
from ui.kit import style
from ui.kit.style import BUNDLED, DARK, LIGHT, Tone, scheme_of, wear

TEXT, OUTLINE = 4.5, 3.0
SCHEMES = {"light": LIGHT, "dark": DARK}


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    seen = QColor(colour)
    parts = (seen.redF(), seen.greenF(), seen.blueF())
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def meetings(scheme):
    """What stands on what, and the contrast it needs."""
    grounds = {name: getattr(scheme, name) for name in ("canvas", "surface", "sunken")}
    weak = {f"weak {tone.value}": scheme.hue(tone).weak for tone in Tone}
    for ink, (ground, colour) in product(("ink", "muted"), (grounds | weak).items()):
        yield f"{ink} on {ground}", getattr(scheme, ink), colour, TEXT
    for tone in Tone:
        own = {"its weak": scheme.hue(tone).weak, "chosen row": scheme.hue(Tone.PRIMARY).weak}
        for ground, colour in (grounds | own).items():
            yield f"{tone.value} on {ground}", scheme.hue(tone).ink, colour, TEXT
    for ground in ("fill", "fill_over", "harm", "harm_over"):
        yield f"words on {ground}", scheme.on_fill, getattr(scheme, ground), TEXT
    for ground in ("canvas", "surface"):
        yield f"edge on {ground}", scheme.edge, grounds[ground], OUTLINE


@pytest.mark.parametrize("name", SCHEMES)
def test_every_pair_of_colours_that_can_meet_can_be_read(name):
    found = list(meetings(SCHEMES[name]))
    low = [
        (what, round(contrast(*pair), 2)) for what, *pair, need in found if contrast(*pair) < need
    ]
    assert len(found) > 50
    assert low == []


def test_both_schemes_name_every_colour():
    for scheme in SCHEMES.values():
        for name, value in scheme._asdict().items():
            assert set(value) == set(Tone) if name == "hues" else QColor(value).isValid()


def test_a_switch_of_the_theme_is_seen_by_what_stands_already(qapp, qtbot):
    label = QLabel("字")
    qtbot.addWidget(label)
    label.show()
    assert scheme_of(label) is LIGHT
    wear(qapp, DARK)
    QApplication.processEvents()
    assert scheme_of(label) is DARK
    wear(qapp, LIGHT)
    QApplication.processEvents()
    assert scheme_of(label) is LIGHT


def test_a_family_that_is_there_is_taken_and_nothing_is_brought(qapp, monkeypatch):
    there = QFontDatabase.families()[0]
    monkeypatch.setattr(style.QFontDatabase, "addApplicationFont", pytest.fail)
    assert style.add_fonts(("Not Here Either", there)) == (there,)


BARE = """
from PySide6.QtGui import QFontDatabase, QFontMetrics, QTextLayout
from ui.dressing import make_application
from ui.kit.fonts import load_rare_characters
from ui.kit.style import FAMILIES
app = make_application(["bandecheng"])
assert app.style().name() == "fusion"
assert {*FAMILIES} & {*QFontDatabase.families()} == {"Noto Sans SC"}
seen = QFontMetrics(app.font())
assert app.font().family() == "Noto Sans SC", app.font().family()
assert all(seen.inFont(sign) for sign in "办不成事")
bold = app.font()
bold.setBold(True)
assert QFontMetrics(bold).horizontalAdvance("办") > 0
load_rare_characters()
rare = QTextLayout("𠮷", app.font())
rare.beginLayout()
rare.createLine()
rare.endLayout()
assert [run.rawFont().familyName() for run in rare.glyphRuns()] == ["HanaMinB"]
print("dressed")
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="a machine without fonts is made with fontconfig"
)
def test_a_machine_without_any_font_is_dressed_with_ours(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path}</dir></fontconfig>", encoding="utf-8")
    root = resource().parent
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_STYLE_OVERRIDE": "windows",  # what Windows itself would choose
        "FONTCONFIG_FILE": str(config),
        "XDG_CACHE_HOME": str(tmp_path),
        "PYTHONPATH": str(root),
    }
    made = subprocess.run(
        [sys.executable, "-c", BARE],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.stdout.strip() == "dressed", made.stderr


def test_the_bundled_fonts_are_there():
    assert [name for name in BUNDLED if not resource("fonts", name).is_file()] == []
