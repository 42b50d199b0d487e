"""How every act looks in the history and on a button, and under which heading it is offered."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from models.choices import Act
from ui.kit.style import Tone


class Group(Enum):
    """The headings behind 更多, in this order."""

    HANDLE = "办理"
    UNITS = "单位"
    COORDINATE = "协调"
    CLOCK = "期限"
    ANSWER = "答复与反馈"
    PAPERS = "文书"


class Look(NamedTuple):
    icon: str
    tone: Tone = Tone.PLAIN
    group: Group = Group.HANDLE


_UNITS, _TOGETHER, _CLOCK = Group.UNITS, Group.COORDINATE, Group.CLOCK
_ANSWER, _PAPERS = Group.ANSWER, Group.PAPERS
LOOKS: Mapping[Act, Look] = {
    Act.REGISTER: Look("notebook-pen", Tone.PRIMARY),
    Act.COMPLETE: Look("file-pen-line"),
    Act.EDIT: Look("file-pen-line"),
    Act.SORT: Look("layers", Tone.PRIMARY),
    Act.TELL_MISSING: Look("file-text", Tone.WARN),
    Act.TAKE_UP: Look("hourglass", Tone.PRIMARY),
    Act.PROGRESS: Look("notebook-pen"),
    Act.SPOT: Look("circle-check", Tone.GOOD),
    Act.CONCLUDE: Look("circle-check", Tone.GOOD),
    Act.REOPEN: Look("undo-2", Tone.WARN),
    Act.VISIT: Look("map-pin", Tone.VISIT),
    Act.WITHDRAW: Look("undo-2", Tone.WARN),
    Act.HANDOVER: Look("users"),
    Act.ASSIGN: Look("send", Tone.PRIMARY, _UNITS),
    Act.SIGN: Look("signature", Tone.PLAIN, _UNITS),
    Act.CONTACT: Look("phone", Tone.PLAIN, _UNITS),
    Act.REPLY: Look("message-square", Tone.PRIMARY, _UNITS),
    Act.ACCEPT: Look("check", Tone.GOOD, _UNITS),
    Act.SEND_BACK: Look("undo-2", Tone.WARN, _UNITS),
    Act.CALL_OFF: Look("undo-2", Tone.PLAIN, _UNITS),
    Act.RETURN: Look("undo-2", Tone.WARN, _UNITS),
    Act.REMIND: Look("bell-ring", Tone.WARN, _UNITS),
    Act.SUPERVISE: Look("bell-ring", Tone.DANGER, _UNITS),
    Act.ESCALATE: Look("arrow-up", Tone.DANGER, _UNITS),
    Act.MEET: Look("users", Tone.PRIMARY, _TOGETHER),
    Act.SURVEY: Look("map-pin", Tone.VISIT, _TOGETHER),
    Act.DECIDED_DONE: Look("check", Tone.GOOD, _TOGETHER),
    Act.CONFLICT: Look("triangle-alert", Tone.WARN, _TOGETHER),
    Act.ROUTE: Look("route", Tone.PRIMARY, _TOGETHER),
    Act.EXEMPT: Look("shield-check", Tone.PLAIN, _TOGETHER),
    Act.HOLD: Look("inbox", Tone.PLAIN, _TOGETHER),
    Act.GIVE_BACK: Look("undo-2", Tone.GOOD, _TOGETHER),
    Act.HOUSEHOLD: Look("house", Tone.PLAIN, _TOGETHER),
    Act.PAUSE: Look("clock", Tone.WARN, _CLOCK),
    Act.RESUME: Look("hourglass", Tone.PRIMARY, _CLOCK),
    Act.ASK_EXTENSION: Look("calendar-arrow-down", Tone.WARN, _CLOCK),
    Act.GRANT_EXTENSION: Look("calendar-check", Tone.GOOD, _CLOCK),
    Act.DENY_EXTENSION: Look("x", Tone.DANGER, _CLOCK),
    Act.TELL_EXTENSION: Look("message-square", Tone.PLAIN, _CLOCK),
    Act.RECKON: Look("calendar-check", Tone.PLAIN, _CLOCK),
    Act.EXPLAIN: Look("message-square", Tone.WARN, _CLOCK),
    Act.ASK_NO: Look("stamp", Tone.WARN, _ANSWER),
    Act.GRANT_NO: Look("stamp", Tone.GOOD, _ANSWER),
    Act.DENY_NO: Look("x", Tone.DANGER, _ANSWER),
    Act.INFORM: Look("message-square", Tone.GOOD, _ANSWER),
    Act.FOLLOW_UP: Look("phone", Tone.GOOD, _ANSWER),
    Act.RATE: Look("star", Tone.PRIMARY, _ANSWER),
    Act.REWORK: Look("star", Tone.WARN, _ANSWER),
    Act.CONTEST: Look("triangle-alert", Tone.WARN, _ANSWER),
    Act.JUDGE: Look("stamp", Tone.PLAIN, _ANSWER),
    Act.ARCHIVE: Look("check-check", Tone.PLAIN, _ANSWER),
    Act.ATTACH: Look("paperclip", Tone.PLAIN, _PAPERS),
    Act.DETACH: Look("paperclip", Tone.WARN, _PAPERS),
    Act.ISSUE: Look("printer", Tone.PLAIN, _PAPERS),
    Act.REPRINT: Look("printer", Tone.PLAIN, _PAPERS),
    Act.VOID: Look("x", Tone.WARN, _PAPERS),
}
