"""The fonts that travel with the program, for machines that have none for Chinese."""

from PySide6.QtGui import QFontDatabase

from app.resources import resource
from ui.kit.style import FAMILIES

OWN = "NotoSansSC-*.ttf"
RARE = "HanaMinB.ttf"  # characters beyond the BMP; 30 MB, so it comes after the first picture


def load_fonts() -> None:
    """Nothing where the system has one of the families the screens ask for first."""
    if any(QFontDatabase.hasFamily(family) for family in FAMILIES):
        return
    for file in sorted(resource("fonts").glob(OWN)):
        QFontDatabase.addApplicationFont(str(file))


def load_rare_characters() -> None:
    QFontDatabase.addApplicationFont(str(resource("fonts", RARE)))
