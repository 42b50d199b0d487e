"""The lines of a case's history as events on a line of time."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from app.history import Line
from models.choices import Act
from ui.cases.columns import near
from ui.cases.people import covered_change
from ui.kit.style import Tone
from ui.kit.timeline import Event

_LOOK = {
    Act.REGISTER: ("notebook-pen", Tone.PRIMARY),
    Act.COMPLETE: ("file-pen-line", Tone.PLAIN),
    Act.EDIT: ("file-pen-line", Tone.PLAIN),
    Act.ASSIGN: ("send", Tone.PRIMARY),
    Act.PROGRESS: ("hourglass", Tone.PLAIN),
    Act.CONCLUDE: ("circle-check", Tone.GOOD),
    Act.INFORM: ("message-square", Tone.GOOD),
    Act.ARCHIVE: ("check-check", Tone.PLAIN),
    Act.WITHDRAW: ("undo-2", Tone.WARN),
    Act.HANDOVER: ("users", Tone.PLAIN),
    Act.ATTACH: ("paperclip", Tone.PLAIN),
    Act.DETACH: ("paperclip", Tone.WARN),
    Act.ISSUE: ("printer", Tone.PLAIN),
    Act.REPRINT: ("printer", Tone.PLAIN),
    Act.VOID: ("x", Tone.WARN),
}


def events(lines: Sequence[Line], today: date, *, covered: bool = True) -> list[Event]:
    """Newest first, as given; fields that were corrected at one time stand together."""
    return list(_events(lines, today, covered=covered))


def _events(lines: Sequence[Line], today: date, *, covered: bool) -> Iterator[Event]:
    for (at, by, act, corrected), group in groupby(
        lines, lambda line: (line.at, line.by, line.act, bool(line.field))
    ):
        icon, tone = _LOOK[act]
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
