"""A person at the keyboard."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

KEY = Qt.Key


def focused():
    return QApplication.focusWidget()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused() or QApplication.activeWindow(), key, modifier)


def write(text):
    """Unicode arrives as one key each; `keyClicks` of QTest knows ASCII only."""
    for sign in text:
        event = QInputMethodEvent()
        event.setCommitString(sign)
        QCoreApplication.sendEvent(focused(), event)


def compose(preedit, commit=""):
    """What an input method sends while a candidate is looked for, and when it is chosen."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(focused(), event)
