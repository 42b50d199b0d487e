"""A move as far as it was written down: kept by case and act, there again when it is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import drafts
from app.cases.registry import get_row
from app.directory import Who
from app.errors import NotFound
from app.moves.asks import Ask, Asked, Given
from app.moves.making import refusal
from app.moves.move import Move
from models.choices import Act

FORM = "move"  # what its drafts are kept under, with case and act behind it


@dataclass(frozen=True)
class Begun:
    """What was said so far, by the names of the asks, and by whom and when."""

    draft_id: int
    said: dict[str, Any]
    by: str
    at: datetime


def keep(
    case_id: int, move: Move, said: Given, draft_id: int | None, who: Who, now: datetime
) -> int:
    """Keep what was said so far; passwords are not."""
    title = f"{move.name} · {get_row(case_id).number}"
    kept = _kept(move.asks, said)
    return drafts.keep(_form(case_id, move.act), draft_id, title, kept, who.id, now)


def begun(case_id: int, move: Move) -> Begun | None:
    """What was kept of that act, the newest of it; one that is spoilt is left alone."""
    for one in drafts.list_drafts(_form(case_id, move.act)):
        try:
            said = _read(move.asks, drafts.load(one.id))
        except (NotFound, ValueError, TypeError):
            continue
        return Begun(one.id, said, one.staff, one.kept_at)
    return None


def begun_acts(today: date) -> dict[int, tuple[int, Act]]:
    """By the draft's id the case and the act of all that can still be gone on with."""
    found = {}
    for one in drafts.list_drafts():
        name, _, where = one.form.partition(" ")
        if name == FORM:
            case_id, act = where.split(" ")
            if not refusal(get_row(int(case_id)), Act.of(act), today):
                found[one.id] = (int(case_id), Act.of(act))
    return found


def _form(case_id: int, act: Act) -> str:
    return f"{FORM} {case_id} {act.value}"


def _kept(asks: Sequence[Asked], said: Given) -> dict[str, Any]:
    """As JSON can hold it: what is a day there is its text."""
    return {one.name: _plain(one, said.get(one.name)) for one in asks if one.kind is not Ask.SECRET}


def _plain(asked: Asked, value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if asked.kind is Ask.ROWS:
        return [_kept(asked.columns, row) for row in value or ()]
    return value


def _read(asks: Sequence[Asked], kept: Mapping[str, Any]) -> dict[str, Any]:
    return {one.name: _typed(one, kept[one.name]) for one in asks if one.name in kept}


def _typed(asked: Asked, value: Any) -> Any:
    if value is None:
        return None
    if asked.kind is Ask.DAY:
        return date.fromisoformat(value)
    if asked.kind is Ask.MOMENT:
        return datetime.fromisoformat(value)
    if asked.kind is Ask.CHOICE:
        assert asked.choices is not None
        return asked.choices.of(value)
    if asked.kind is Ask.ROWS:
        return tuple(_read(asked.columns, row) for row in value)
    return tuple(value) if asked.kind in (Ask.LINES, Ask.UNITS) else value
