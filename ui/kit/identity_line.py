"""An identity number: what kind it is, whether it can be right, and what it tells."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.persons import identity, masks
from models.choices import IdKind
from ui.kit.chooser import Chooser
from ui.kit.editors import Line
from ui.kit.field import Label
from ui.kit.items import Item
from ui.kit.rows import FieldRow

SHORT = {
    IdKind.RESIDENT: "证件号",
    IdKind.HOUSEHOLD: "户口簿",
    IdKind.PASSPORT: "护照",
    IdKind.HK_MACAU: "港澳证",
    IdKind.TAIWAN: "台胞证",
    IdKind.FOREIGN: "永居证",
    IdKind.CREDIT_CODE: "信用码",
    IdKind.OTHER: "其他证",
}


class IdentityLine(Line):
    """↓ in the field or a click on its name chooses the kind; most have the usual one."""

    kind_changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(cover=masks.id_number, clean=self._cleaned)
        self._today, self._kind = today, IdKind.RESIDENT
        self._chooser: Chooser | None = None
        self.setToolTip("按 ↓ 换证件类型")

    def _cleaned(self, text: str) -> str:
        return identity.canonical(self._kind, text)

    def kind(self) -> str:
        return self._kind.value

    def set_kind(self, code: str | None) -> None:
        kind = IdKind.of(code or IdKind.RESIDENT)
        if kind is not self._kind:
            self._kind = kind
            self.kind_changed.emit()
            self.changed.emit()

    def problem(self) -> str:
        return identity.problem(self._kind, self.text(), self._today())

    def told(self) -> str:
        """What a right number says of its holder."""
        number = self.value()
        if not number or self.problem():
            return ""
        one = identity.read(self._kind, number, self._today())
        if one.born is None:
            return "校验无误" if self._kind is IdKind.CREDIT_CODE else ""
        old = "换成 18 位：" if len(self.text()) == 15 else ""
        years = identity.age(one.born, self._today())
        return f"{old}{one.sex} {years} 岁 {one.born:%Y-%m-%d}"

    def age(self) -> str:
        """Of its holder, where a right number tells it."""
        number = self.value()
        if not number or self.problem():
            return ""
        born = identity.read(self._kind, number, self._today()).born
        return f"{identity.age(born, self._today())} 岁" if born else ""

    def show_in(self, row: FieldRow) -> None:
        """Name the row by the kind, and let a click on the name choose another."""
        row.label.setCursor(Qt.CursorShape.PointingHandCursor)
        row.label.setToolTip("换证件类型")
        row.label.installEventFilter(self)
        self.kind_changed.connect(lambda: row.label.setText(SHORT[self._kind]))

    def choose_kind(self) -> None:
        if self._chooser is None:
            self._chooser = Chooser(self)
            self._chooser.picked.connect(lambda item: self.set_kind(item.value))
            self.destroyed.connect(self._chooser.deleteLater)
        self._chooser.open([Item(kind, kind.label) for kind in IdKind], self._kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.choose_kind()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress
        if pressed and isinstance(watched, Label):
            self.choose_kind()
            return True
        return super().eventFilter(watched, event)
