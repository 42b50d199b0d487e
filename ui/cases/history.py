"""The lines of a case's history as events on a line of time."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from app.history import Line
from ui.cases.act_looks import LOOKS
from ui.cases.columns import near
from ui.cases.people import covered_change
from ui.kit.timeline import Event


def events(lines: Sequence[Line], today: date, *, covered: bool = True) -> list[Event]:
    """Newest first, as given; fields that were corrected at one time stand together."""
    return list(_events(lines, today, covered=covered))


def _events(lines: Sequence[Line], today: date, *, covered: bool) -> Iterator[Event]:
    for (at, by, act, corrected), group in groupby(
        lines, lambda line: (line.at, line.by, line.act, bool(line.field))
    ):
        icon, tone, _ = LOOKS[act]
        when = f"{near(at, today)} {at:%H:%M}"
        if corrected:
            said = [_change(line, covered=covered) for line in group]
            yield Event(when, by, act.label, "\n".join(reversed(said)), icon, tone)
            continue
        for line in group:
            yield Event(when, by, act.label, line.note, icon, tone)


def _change(line: Line, *, covered: bool) -> str:
    was, is_now = (
        covered_change(line.field, text) if covered else text for text in (line.before, line.after)
    )
    return f"{line.field}：{_quoted(was)} → {_quoted(is_now)}"


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "（空）"
