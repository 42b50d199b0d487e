"""The units of a case: who leads, who helps, how far they are, and since when they have it."""

from collections.abc import Iterator, Sequence

from app.cases.settled import CaseRecord
from app.records.shares import Share
from models.choices import ShareState, UnitRole
from ui.kit.cells import Mark
from ui.kit.style import Tone
from ui.kit.unit_strip import UnitShare

_STATES = {
    ShareState.PLANNED: (Tone.WARN, "inbox"),
    ShareState.SENT: (Tone.WARN, "inbox"),
    ShareState.SIGNED: (Tone.PRIMARY, "hourglass"),
    ShareState.REPLIED: (Tone.GOOD, "message-square"),
    ShareState.ACCEPTED: (Tone.GOOD, "circle-check"),
    ShareState.RETURNED: (Tone.PLAIN, "undo-2"),
    ShareState.CALLED_OFF: (Tone.PLAIN, "undo-2"),
}
WAITED_FOR = (ShareState.SENT, ShareState.SIGNED)


def in_strip(shares: Sequence[Share], *, over: bool) -> list[UnitShare]:
    """When a case is over nothing is waited for any more."""
    found = []
    for one in shares:
        silent = over and one.state in WAITED_FOR
        state = Mark("未答复", Tone.PLAIN, "minus") if silent else _state(one)
        held = "" if silent else _held(one)
        found.append(UnitShare(one.unit, state, held, _urged(one), one.role is UnitRole.LEAD))
    return found


def in_words(shares: Sequence[Share]) -> Iterator[CaseRecord]:
    """What each of them is to do, until when, and whom to call there."""
    said = ((one.unit, _said(one)) for one in shares if one.sent_at)
    if facts := tuple((unit, text) for unit, text in said if text):
        yield CaseRecord("承办单位", facts)


def _said(share: Share) -> str:
    return "\n".join(filter(None, (_task(share), _reached(share), _given_back(share))))


def _state(share: Share) -> Mark:
    tone, icon = _STATES[share.state]
    if not share.late:
        return Mark(share.state.label, tone, icon)
    late = "签收超期" if share.state is ShareState.SENT else "答复超期"
    return Mark(late, Tone.DANGER, "alarm-clock")


def _held(share: Share) -> str:
    """The day it was given is the first."""
    if share.held is None:
        return ""
    if share.state in WAITED_FOR:
        return f"第 {share.held + 1} 天"
    return f"用了 {share.held} 天" if share.held else "当天"


def _urged(share: Share) -> str:
    counted = (("督", share.supervisions), ("催", share.reminders))
    return " ".join(f"{word}×{times}" for word, times in counted if times)


def _task(share: Share) -> str:
    by = f"，{share.due_on.month}月{share.due_on.day}日前答复" if share.due_on else ""
    signed = f"，{share.signed_by}签收" if share.signed_by else ""
    return f"{share.item or '整件事'}{by}{signed}"


def _reached(share: Share) -> str:
    """The chain: the liaison first, then the head."""
    if not share.living:
        return ""
    liaison = f"联络员 {share.liaison} {share.phone}".strip() if share.liaison else ""
    head = f"负责人 {share.head} {share.head_phone}".strip() if share.head else ""
    return "  ·  ".join(filter(None, (liaison, head)))


def _given_back(share: Share) -> str:
    return f"退单：{share.return_reason}" if share.return_reason else ""
