"""外观: light or dark, and how large."""

from PySide6.QtWidgets import QApplication

from ui.kit.card import Card
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.rows import FieldRow
from ui.kit.style import GAP, LOOK, ZOOM, ZOOMS, Look, prefer
from ui.settings.option import WIDEST, Option


class LookOption(Option):
    note = "只改这台电脑上的样子，选了就记住。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        remember = desk.remember
        self.look = Segments(
            ((Look.SYSTEM, "跟随系统"), (Look.LIGHT, "浅色"), (Look.DARK, "深色")),
            remember.get(LOOK, Look.SYSTEM),
        )
        self.zoom = Segments(
            [(zoom, f"{float(zoom):.0%}") for zoom in ZOOMS], remember.get(ZOOM, ZOOMS[0])
        )
        self.zoom_row = FieldRow("大小", self.zoom, "在系统的缩放之上再放大")
        card = Card("外观")
        card.setMaximumWidth(WIDEST)
        card.body.addSpacing(GAP)
        card.body.addWidget(FieldRow("颜色", self.look))
        card.body.addWidget(self.zoom_row)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.first = self.look
        self.look.changed.connect(self._wear)
        self.zoom.changed.connect(self._zoom)

    def _wear(self) -> None:
        look = self.look.value()
        self.desk.remember[LOOK] = look
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        prefer(application, look)

    def _zoom(self) -> None:
        self.desk.remember[ZOOM] = self.zoom.value()
        self.zoom_row.say("下次打开办得成时就是这个大小")
