"""What the application wears before anything is to be seen: its name, its look."""

import sys

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from ui.kit.style import LIGHT, dress, follow_system

NAME = "办得成"


def make_application(arguments: list[str]) -> QApplication:
    _stand_apart()
    QCoreApplication.setApplicationName("Bandecheng")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    # In words: setStyle() hands back a QStyle, and the many lists of that class take 10 ms to make.
    application = QApplication([*arguments, "-style", "fusion"])
    application.setApplicationDisplayName(NAME)
    dress(application, LIGHT)
    follow_system(application)
    return application


def _stand_apart() -> None:
    """Under its own sign in the task bar of Windows, also where Python runs it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("Bandecheng")
