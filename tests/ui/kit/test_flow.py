"""What has no room in a line goes on in the next."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.kit.flow import flowing


@pytest.fixture
def bar(qtbot):
    whole = QWidget()
    parts = [QWidget() for _ in range(3)]
    for part, height in zip(parts, (20, 30, 20), strict=True):
        part.setFixedSize(100, height)
    whole.setLayout(flowing(*parts))
    qtbot.addWidget(whole)
    return whole, parts


def places(bar, width):
    whole, parts = bar
    whole.resize(width, whole.layout().heightForWidth(width))
    whole.show()
    return [(part.x(), part.y()) for part in parts if part.isVisible()]


def test_where_there_is_room_all_stand_in_one_line_on_one_middle(bar):
    assert places(bar, 320) == [(0, 5), (108, 0), (216, 5)]
    assert bar[0].height() == 30


def test_what_has_no_room_goes_on_in_the_next_line(bar):
    assert places(bar, 208) == [(0, 5), (108, 0), (0, 38)]
    assert places(bar, 100) == [(0, 0), (0, 28), (0, 66)]
    assert bar[0].layout().minimumSize().width() == 100


def test_what_is_hidden_takes_no_place(bar):
    bar[1][1].hide()
    assert places(bar, 320) == [(0, 0), (108, 0)]
    assert bar[0].layout().sizeHint().width() == 208
