"""The cells of a table that is asked for: each is words, and what the words mean."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.moves.asks import Ask, Asked
from app.typed import line
from ui.kit.days import read_day, read_moment, say_day, say_moment
from ui.kit.desk import Desk
from ui.kit.items import Item, items, matching, plain
from ui.kit.number_field import read_number

YES, NO = "是", "否"
NARROW = {Ask.NUMBER: 76, Ask.DAY: 132, Ask.MOMENT: 172, Ask.CHOICE: 112, Ask.FLAG: 64}
BETWEEN = "、"


@dataclass(frozen=True)
class Cell:
    """One column. `read` gives None for what cannot be read; `offered` opens as a list."""

    asked: Asked
    read: Callable[[str], Any]
    say: Callable[[Any], str] = str
    offered: tuple[Item, ...] = ()
    free: bool = True  # words that are not among them may stand too

    @property
    def width(self) -> int:
        """0: shares what is left."""
        return NARROW.get(self.asked.kind, 0)

    def settle(self, typed: str) -> str:
        """The words as they will be understood; what is not understood stays as it was typed."""
        value = self.read(typed) if typed.strip() else None
        return line(typed) if value is None else self.say(value)


def cell_of(asked: Asked, desk: Desk, units: tuple[Item, ...]) -> Cell:
    """How that column is written and read."""
    match asked.kind:
        case Ask.NUMBER:
            return Cell(asked, read_number)
        case Ask.DAY:
            return Cell(asked, lambda text: read_day(text, desk.today()), say_day)
        case Ask.MOMENT:
            return Cell(asked, lambda text: read_moment(text, desk.now()), say_moment)
        case Ask.FLAG:
            either = (Item(True, YES), Item(False, NO))
            return Cell(asked, _one_of(either), lambda value: YES if value else NO, either)
        case Ask.CHOICE:
            members = items(asked.offered)
            return Cell(asked, _one_of(members), lambda one: str(one.label), members, free=False)
        case Ask.UNIT:
            return Cell(asked, line, offered=units)
        case Ask.UNITS | Ask.LINES:
            return Cell(asked, _several, BETWEEN.join)
        case _:
            return Cell(asked, line)


def _one_of(members: tuple[Item, ...]) -> Callable[[str], Any]:
    """By its words, or by their beginning where only one begins so."""

    def read(typed: str) -> Any:
        exact = [one for one in members if plain(one.label) == plain(typed)]
        found = exact or list(matching(members, typed))
        return found[0].value if len(found) == 1 else None

    return read


def _several(typed: str) -> tuple[str, ...]:
    for mark in "，,；;":
        typed = typed.replace(mark, BETWEEN)
    return tuple(filter(None, map(line, typed.split(BETWEEN))))
