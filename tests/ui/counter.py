"""The desk with one page on it, and cases as they come in."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.choices import Act, Ending
from tests import makers
from tests.makers import case

CAME = datetime(2026, 11, 18, 9, 20)


def cases(count, **changes):
    """So many, one a minute, the last one newest."""
    return [case(received_at=CAME + timedelta(minutes=n), **changes) for n in range(count)]


def move(case_id, act, note="办好了。", ending=Ending.DONE, now=CAME + timedelta(hours=1)):
    makers.move(case_id, act, note, now, **({"ending": ending} if act is Act.CONCLUDE else {}))


def on_the_desk(qtbot, page, width=1182, height=684):
    """In a window as large as the shell leaves it at 1366×768, with the keyboard."""
    window = QWidget()
    QVBoxLayout(window).addWidget(page)
    window.layout().setContentsMargins(0, 0, 0, 0)
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def keyboard():
    return QApplication.focusWidget()
