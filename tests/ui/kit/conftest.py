import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget


@pytest.fixture
def shown(qtbot):
    """Put widgets under one another into a window that has the keyboard."""

    held = []

    def show(*widgets):
        window = QWidget()
        held.append(window)  # else it would go with the last name for it, and all in it
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        window.resize(640, 480)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    held.clear()


@pytest.fixture
def heard():
    """Count what a signal sends."""

    def listen(signal):
        sent = []
        signal.connect(lambda *what: sent.append(what))
        return sent

    return listen
