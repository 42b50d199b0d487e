"""What a move asks for, field by field: screens, commands and rules read the same list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import Any

from app import typed
from app.cases.drafting import EARLIEST, TEXT_LIMIT
from models.choices import Choice

Given = Mapping[str, Any]  # what is said with a move, by the names of its asks
LINE_LIMIT, UNIT_LIMIT, MOST_LINES, MOST_ROWS = 120, 60, 50, 500
_LATEST_YEAR = 2100


class Ask(Enum):
    """What kind of answer is asked for, and the type it has."""

    TEXT = auto()  # str, several lines
    LINE = auto()  # str, one line
    LINES = auto()  # tuple[str, ...]
    NUMBER = auto()  # int
    DAY = auto()  # date
    MOMENT = auto()  # datetime
    CHOICE = auto()  # one of `choices`
    FLAG = auto()  # bool
    UNIT = auto()  # str, the name of a unit
    UNITS = auto()  # tuple[str, ...]
    ONE_OF = auto()  # int, the id of one of what the case has: a share, an extension, a meeting
    PERSON = auto()  # int, the id of a colleague
    SECRET = auto()  # str, a password: tried once, in nobody's hands after that
    ROWS = auto()  # tuple[dict[str, Any], ...], each with an answer to every one of `columns`


_LIMITS = {Ask.TEXT: TEXT_LIMIT, Ask.LINE: LINE_LIMIT, Ask.UNIT: UNIT_LIMIT}
_ONE = {Ask.LINES: Ask.LINE, Ask.UNITS: Ask.UNIT}  # of these each is one of those


@dataclass(frozen=True)
class Asked:
    """One field. `needed` is the sentence said where the answer is lacking; empty: it may lack."""

    name: str
    label: str
    kind: Ask = Ask.TEXT
    needed: str = ""
    hint: str = ""
    choices: type[Choice] | None = None
    but: tuple[Choice, ...] = ()  # for CHOICE: those that are not offered
    among: str = ""  # for ONE_OF: what of the case it is one of
    least: int = 0
    most: int = 99
    columns: tuple["Asked", ...] = ()  # for ROWS: what each row says
    when: tuple[str, Choice] | None = None  # asked only where that field says so

    @property
    def offered(self) -> tuple[Choice, ...]:
        """What can be chosen."""
        return tuple(one for one in self.choices or () if one not in self.but and one.in_use)

    def applies(self, given: Given) -> bool:
        """Whether it is asked at all, as far as the other fields are answered."""
        return self.when is None or given.get(self.when[0]) == self.when[1]


def cleaned(asks: Sequence[Asked], given: Given) -> dict[str, Any]:
    """Every answer as it will be stored, None or empty where there is none; secrets are left out,
    so that no rule, line of history or message can repeat them."""
    kept = [one for one in asks if one.kind is not Ask.SECRET]
    said = [(one, given.get(one.name) if one.applies(given) else None) for one in kept]
    return {one.name: _clean(one, value) for one, value in said}


def problems(asks: Sequence[Asked], given: Given, now: datetime) -> dict[str, str]:
    """What is lacking or wrong, by field; of what was cleaned before.

    In a table the field is named with its row, counted from 0: `decisions.2.due_on`.
    """
    found = {}
    for one in asks:
        value = given.get(one.name)
        if not one.applies(given):
            continue
        if value is None or value in ("", ()):
            if one.needed:
                found[one.name] = one.needed
        elif sentence := _wrong(one, value, now):
            found[one.name] = sentence
        elif one.kind is Ask.ROWS:
            for at, row in enumerate(value):
                wrong = problems(one.columns, row, now)
                found |= {f"{one.name}.{at}.{name}": told for name, told in wrong.items()}
    return found


def _clean(asked: Asked, value: Any) -> Any:
    if asked.kind is Ask.TEXT:
        return typed.paragraphs(value or "")
    if asked.kind in (Ask.LINE, Ask.UNIT):
        return typed.line(value or "")
    if asked.kind in (Ask.LINES, Ask.UNITS):
        return tuple(dict.fromkeys(filter(None, map(typed.line, value or ()))))
    if asked.kind is Ask.ROWS:
        rows = (cleaned(asked.columns, row) for row in value or ())
        return tuple(row for row in rows if _says_something(asked.columns, row))
    return value


def _says_something(columns: Sequence[Asked], row: Given) -> bool:
    """A row with nothing but a choice or a tick in it, which are there from the start, is blank."""
    ready = (Ask.CHOICE, Ask.FLAG)
    return any(row[one.name] not in (None, "", ()) for one in columns if one.kind not in ready)


def _wrong(asked: Asked, value: Any, now: datetime) -> str:
    if limit := _LIMITS.get(asked.kind):
        return typed.too_long(value, limit)
    if asked.kind in (Ask.LINES, Ask.UNITS):
        limit = _LIMITS[_ONE[asked.kind]]
        over = any(typed.too_long(one, limit) for one in value)
        return f"最多 {MOST_LINES} 行，每行最多 {limit} 个字。" * (over or len(value) > MOST_LINES)
    if asked.kind is Ask.ROWS:
        return f"最多 {MOST_ROWS} 行，请分几次填。" * (len(value) > MOST_ROWS)
    if asked.kind is Ask.CHOICE and value not in asked.offered:
        return f"这里不能选“{value.label}”，请另选一个。"
    if asked.kind is Ask.NUMBER:
        return "" if asked.least <= value <= asked.most else _between(asked)
    if asked.kind is Ask.MOMENT and value > now:
        return "时间不能晚于现在。"
    if isinstance(value, date) and not EARLIEST.year <= value.year <= _LATEST_YEAR:
        return "请核对年份。"
    return ""


def _between(asked: Asked) -> str:
    return f"{asked.label}请填 {asked.least} 到 {asked.most}。"
