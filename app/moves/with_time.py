"""The rows of the table that are about a case's clock."""

from app.moves import extending, late, pausing
from app.moves.move import Move
from models.choices import Act, Status

HANDLING = Status.HANDLING

# What the clock itself waits for: nothing else comes before it.
PRESSING = (
    Move(
        Act.RESUME,
        "恢复办理",
        HANDLING,
        HANDLING,
        pausing.resume,
        pausing.RESUME,
        hindered=pausing.cannot_resume,
    ),
    Move(
        Act.TELL_EXTENSION,
        "告知延期",
        HANDLING,
        HANDLING,
        extending.tell,
        extending.TELL,
        hindered=extending.nothing_to_tell,
        wrong=extending.wrong_to_tell,
    ),
    Move(
        Act.GRANT_EXTENSION,
        "批准延期",
        HANDLING,
        HANDLING,
        extending.grant,
        extending.GRANT,
        hindered=extending.nothing_to_decide,
        wrong=extending.wrong_to_decide,
    ),
    Move(
        Act.DENY_EXTENSION,
        "不同意延期",
        HANDLING,
        HANDLING,
        extending.deny,
        extending.DENY,
        hindered=extending.nothing_to_decide,
        wrong=extending.wrong_to_decide,
    ),
)
BESIDE = (
    Move(
        Act.PAUSE,
        "暂停",
        HANDLING,
        HANDLING,
        pausing.pause,
        pausing.PAUSE,
        hindered=pausing.cannot_pause,
    ),
    Move(
        Act.ASK_EXTENSION,
        "申请延期",
        HANDLING,
        HANDLING,
        extending.ask,
        extending.ASK,
        hindered=extending.cannot_ask,
        wrong=extending.wrong_to_ask,
    ),
)
# Also of what was concluded too late: the month's report asks for the reason.
LATE = tuple(
    Move(Act.EXPLAIN, "说明逾期", at, at, late.explain, late.EXPLAIN, hindered=late.not_late)
    for at in (
        Status.REGISTERED,
        HANDLING,
        Status.CONCLUDED,
        Status.INFORMED,
        Status.ARCHIVED,
    )
)
