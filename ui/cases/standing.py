"""How what is out of the ordinary about a case looks."""

from collections.abc import Mapping, Sequence

from app.desk.standings import Kind, Standing
from ui.kit.notes import NoteLine
from ui.kit.style import Tone

_LOOKS: Mapping[Kind, tuple[str, Tone]] = {
    Kind.PAUSED: ("clock", Tone.WARN),
    Kind.ASKED: ("stamp", Tone.WARN),
    Kind.UNTOLD: ("message-square", Tone.DANGER),
    Kind.ESCALATED: ("arrow-up", Tone.DANGER),
    Kind.BAD: ("star", Tone.DANGER),
    Kind.UNCONFIRMED: ("triangle-alert", Tone.WARN),
    Kind.CLOSED: ("lock", Tone.PLAIN),
}


def noted(standings: Sequence[Standing]) -> list[NoteLine]:
    found = ((*_LOOKS[one.kind], one) for one in standings)
    return [NoteLine(icon, one.title, one.note, tone) for icon, tone, one in found]
