"""The one box of the form: name, phone, number or initials, and who was here before is there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from app.persons.people import PersonFound, find_people
from ui.kit.days import say_day
from ui.kit.editors import Line
from ui.kit.floating import FloatingList, Offer
from ui.kit.keys import ENTER
from ui.kit.style import Tone

PAUSE = 120  # ms after the last key
LEAST = 2  # characters; one alone is half of any name
WIDTH = 420


class PersonBox(Line):
    """Offers whom it finds while one types. Enter takes the one that is meant for certain; the
    rest is for the arrows, as two people may have one name."""

    loaded = Signal(object)  # a PersonFound
    unknown = Signal(str)  # a number that nobody has yet

    def __init__(self, hint: str = "", cover: Callable[[str], str] | None = None) -> None:
        super().__init__(hint=hint, cover=cover)
        self.found: Sequence[PersonFound] = ()
        self._list: FloatingList | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        self.textEdited.connect(lambda _: self._pause.start())

    def look(self) -> None:
        """Offer whom the words may mean."""
        self._pause.stop()
        words = self.value()
        self.found = find_people(words) if len(words) >= LEAST else ()
        if not self.found or not self.hasFocus():
            self._close()
            return
        offers = [_offer(one) for one in self.found]
        known = self._popup()
        known.show_rows(offers, "↑ ↓ 选择　Enter 带出　Esc 是新来的人")
        if self._is_name():
            known.view.setCurrentIndex(QModelIndex())  # a name alone may be another person's
        known.open_under(self, max(self.width(), WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._pause.isActive() and key in ENTER:
            self.look()  # typed and confirmed faster than the pause
        if key in ENTER and not self._enter():
            return
        if key in ENTER or self._list is None or not self._list.take_key(key):
            super().keyPressEvent(event)

    def _enter(self) -> bool:
        """Load who was meant; False if the writer is still needed here."""
        opened = self._list if self._list is not None and self._list.isVisible() else None
        if opened and opened.view.currentIndex().isValid():
            opened.choose()
            return True
        self._close()
        same = [one for one in self.found if one.party.name == self.value()]
        if opened and len(same) == 1:
            self.loaded.emit(same[0])
        elif not opened and self.value() and not self._is_name():
            self.unknown.emit(self.value())
            return False
        return True

    def _is_name(self) -> bool:
        return not self.value().isascii()

    def _popup(self) -> FloatingList:
        """Made when first needed: it belongs to the window, which stands only now."""
        if self._list is None:
            self._list = FloatingList(self.window(), "来过的人")
            self._list.chosen.connect(self.loaded.emit)
            self.destroyed.connect(self._list.deleteLater)
        return self._list

    def _close(self) -> None:
        self._pause.stop()
        if self._list is not None:
            self._list.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()


def _offer(one: PersonFound) -> Offer:
    village = one.party.village or one.party.address
    note = "　".join(part for part in (one.phone, one.id_number, village) if part)
    under = say_day(one.last_on) if one.last_on else ""
    return Offer(one.masked, note or "没有留电话", f"来过 {one.cases} 次", under, Tone.PRIMARY, one)
