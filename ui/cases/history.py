"""The lines of a case's history as events on a line of time."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.history import Line
from models.choices import Act
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
    Act.ATTACH: ("paperclip", Tone.PLAIN),
    Act.DETACH: ("paperclip", Tone.WARN),
    Act.ISSUE: ("printer", Tone.PLAIN),
    Act.REPRINT: ("printer", Tone.PLAIN),
    Act.VOID: ("x", Tone.WARN),
}


def events(lines: Sequence[Line]) -> list[Event]:
    """Newest first, as given; fields that were corrected at one time stand together."""
    return list(_events(lines))


def _events(lines: Sequence[Line]) -> Iterator[Event]:
    for (at, by, act, corrected), group in groupby(
        lines, lambda line: (line.at, line.by, line.act, bool(line.field))
    ):
        icon, tone = _LOOK[act]
        said = [_change(line) if corrected else line.note for line in group]
        notes = ["\n".join(reversed(said))] if corrected else said
        for note in notes:
            yield Event(f"{at:%m-%d %H:%M}", by, act.label, note, icon, tone)


def _change(line: Line) -> str:
    before = f"“{line.before}”" if line.before else "（空）"
    after = f"“{line.after}”" if line.after else "（空）"
    return f"{line.field}：{before} → {after}"
