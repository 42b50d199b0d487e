"""Who is at the desk, and the handing over of it."""

from collections.abc import MutableMapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.directory import Who

LAST = "clerk"


class AtDesk(QObject):
    """Called, it says who; the next start offers the same one first."""

    changed = Signal(object)

    def __init__(self, who: Who, remember: MutableMapping[str, str]) -> None:
        super().__init__()
        self._who = who
        self._remember = remember
        remember[LAST] = str(who.id)

    def __call__(self) -> Who:
        return self._who

    def hand_over(self, who: Who) -> None:
        self._who = who
        self._remember[LAST] = str(who.id)
        self.changed.emit(who)

    def read_again(self, staff: Sequence[Who]) -> None:
        """Their name may have been mended in the list of staff."""
        self._who = next((one for one in staff if one.id == self._who.id), self._who)
