"""Paint code must not fail: an error in it hangs, or vanishes, instead of being shown."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

import ui.kit
from app.resources import resource
from tests.ui.kit.everything import MAKERS
from ui.kit.cells import ICONS
from ui.kit.hint import SAYS
from ui.kit.icons import pixmap
from ui.kit.style import DARK, LIGHT, wear

KIT = Path(next(iter(ui.kit.__path__)))
NAMED = re.compile(r'(?:icon=|draw_icon\([^")]*|IconButton\(\s*)"([a-z][a-z0-9-]+)"')


@pytest.fixture(params=["light", "dark"])
def scheme(request, qapp):
    wear(qapp, DARK if request.param == "dark" else LIGHT)
    yield request.param
    wear(qapp, LIGHT)


@pytest.fixture
def errors(monkeypatch):
    """What is raised in paint code arrives at the hook for what no one caught."""
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: caught.append(error))
    return caught


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_every_widget_of_the_kit_can_be_painted_in_every_state(qtbot, scheme, errors, make):
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    for focused in [one for one in widget.findChildren(QWidget) if _takes_focus(one)]:
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        assert not widget.grab().isNull()
    for size in ((120, 40), (1400, 900)):
        widget.resize(*size)
        assert not widget.grab().isNull()
    assert errors == []


def _takes_focus(one):
    return one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_every_icon_that_is_named_has_its_file():
    named = {icon for icon in (*ICONS.values(), *SAYS.values()) if icon}
    for file in KIT.glob("*.py"):
        named.update(NAMED.findall(file.read_text(encoding="utf-8")))
    assert len(named) > 8
    assert {icon for icon in named if not resource("icons", f"{icon}.svg").is_file()} == set()


def test_an_icon_is_drawn_in_the_colour_that_is_asked_for(qapp):
    drawn = pixmap("check", "#B3261E", 18, 1.0).toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(18) for y in range(18)}
    assert "#b3261e" in colours


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_everything_that_takes_the_keyboard_has_a_name_for_those_who_hear_the_screen(qtbot, make):
    widget = make()
    qtbot.addWidget(widget)
    nameless = [
        type(one).__name__
        for one in widget.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not one.accessibleName()
    ]
    assert nameless == []
