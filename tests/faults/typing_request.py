"""A window of its own in which somebody types a request for a home visit, to be killed.

It says how many letters have been typed after every one of them.
"""

import os
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.startup import start
from tests import makers
from tests.ui.typist import Typist
from ui.kit.at_desk import AtDesk
from ui.kit.changes import Changes
from ui.kit.desk import Desk
from ui.kit.errands import Errands
from ui.kit.memory import Memory
from ui.kit.style import LIGHT, dress
from ui.kit.tasks import Tasks
from ui.visits.request_sheet import RequestSheet


def work(folder):
    application = QApplication([])
    start(folder)
    dress(application, LIGHT, ("Noto Sans SC",))
    remember = Memory(folder / "window.json")
    at_desk = AtDesk(makers.somebody(), remember)
    now, today = (lambda: makers.NOW), (lambda: makers.NOW.date())
    desk = Desk(Changes(), Tasks(), Errands(), today, now, at_desk, remember, folder)
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    sheet = RequestSheet(window, desk)
    sheet.open()
    sheet.form.place.directions.setFocus()
    for count in range(1, 1000):
        Typist().write("x")
        os.write(1, f"typed {count}\n".encode())


if __name__ == "__main__":
    work(Path(sys.argv[1]))
