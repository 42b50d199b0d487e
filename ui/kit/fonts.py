"""The font of rare characters, for machines whose own fonts end before them."""

from PySide6.QtGui import QFontDatabase

from app.resources import resource

RARE = "HanaMinB"  # 30 MB: it comes after the first picture


def load_rare_characters() -> None:
    if not QFontDatabase.hasFamily(RARE):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{RARE}.ttf")))
