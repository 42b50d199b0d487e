"""A clerk at the keyboard: types into whatever has it, Chinese through an input method."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


class Typist:
    def here(self):
        return QApplication.focusWidget()

    def write(self, text: str) -> "Typist":
        if text.isascii():
            QTest.keyClicks(self.here(), text)
        else:
            self.compose(text)
        return self

    def compose(self, text: str, *, enter: bool = False) -> None:
        """Letters first, then the words; some input methods send their Enter on."""
        QCoreApplication.sendEvent(self.here(), QInputMethodEvent("pin yin", []))
        words = QInputMethodEvent("", [])
        words.setCommitString(text)
        QCoreApplication.sendEvent(self.here(), words)
        if enter:
            QTest.keyClick(self.here(), Qt.Key.Key_Return)
        QCoreApplication.processEvents()

    def press(self, key: Qt.Key, times: int = 1, modifier=Qt.KeyboardModifier.NoModifier):
        for _ in range(times):
            QTest.keyClick(self.here(), key, modifier)
        QCoreApplication.processEvents()
        return self

    def enter(self, times: int = 1) -> "Typist":
        return self.press(Qt.Key.Key_Return, times)

    def tab(self, times: int = 1) -> "Typist":
        return self.press(Qt.Key.Key_Tab, times)
