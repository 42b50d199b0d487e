"""What can wait until something is to be seen: Qt's own words in Chinese, the sign, the log."""

from PySide6.QtCore import (
    QLibraryInfo,
    QMessageLogContext,
    QRectF,
    QSize,
    Qt,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from ui.kit.icons import draw_icon
from ui.kit.paint import box
from ui.kit.style import LIGHT
from ui.log import log

OFFSCREEN = "This plugin does not support"  # what a screen that is none says of itself
NOISE = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


def finish(application: QApplication) -> None:
    speak_chinese(application)
    application.setWindowIcon(sign())


def speak_chinese(application: QApplication) -> None:
    """Qt's own buttons and menus."""
    translator = QTranslator(application)
    if translator.load(
        "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        application.installTranslator(translator)


def sign() -> QIcon:
    made = QPixmap(QSize(64, 64))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    box(painter, QRectF(0, 0, 64, 64), LIGHT.fill, radius=16)
    draw_icon(painter, 10, 32, "check-check", LIGHT.on_fill, 44, "2.4")
    painter.end()
    return QIcon(made)


def log_qt() -> None:
    """What Qt complains of goes to the log: a windowed program has no other place for it."""
    qInstallMessageHandler(_note)


def _note(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind not in NOISE and not message.startswith(OFFSCREEN):
        log.warning("Qt %s: %s", kind.name, message)
