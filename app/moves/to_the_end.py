"""The moves of the table about sorting out, saying no, and how a case comes to its end."""

from app.moves import closing, contacting, rating, refusing, reopening, sorting
from app.moves.move import Move
from models.choices import Act, Status

REGISTERED, HANDLING, REFUSED = Status.REGISTERED, Status.HANDLING, Status.REFUSED
CONCLUDED, INFORMED, ARCHIVED = Status.CONCLUDED, Status.INFORMED, Status.ARCHIVED


def _sort(name: str, at: Status) -> Move:
    return Move(
        Act.SORT,
        name,
        at,
        at,
        sorting.sort,
        sorting.SORT,
        hindered=sorting.sorted_once,
        proposed=sorting.as_registered,
    )


def _tell_missing(at: Status) -> Move:
    return Move(
        Act.TELL_MISSING,
        "一次性告知",
        at,
        at,
        sorting.tell_missing,
        sorting.TELL_MISSING,
        wrong=sorting.wrong_to_tell,
    )


def _grant_no(at: Status, to: Status) -> Move:
    return Move(
        Act.GRANT_NO,
        "批准否定",
        at,
        to,
        refusing.grant_no,
        refusing.GRANT_NO,
        hindered=refusing.something_waits,
        wrong=refusing.wrong_to_answer,
    )


def _deny_no(at: Status) -> Move:
    return Move(
        Act.DENY_NO,
        "不同意否定",
        at,
        at,
        refusing.deny_no,
        refusing.DENY_NO,
        hindered=refusing.something_waits,
        wrong=refusing.wrong_to_answer,
    )


def _judge(at: Status) -> Move:
    return Move(
        Act.JUDGE,
        "申诉结论",
        at,
        at,
        rating.judge,
        rating.JUDGE,
        hindered=rating.not_contested,
        wrong=rating.wrong_to_judge,
    )


def _rework(at: Status) -> Move:
    return Move(
        Act.REWORK,
        "差评整改",
        at,
        HANDLING,
        reopening.rework,
        reopening.REWORK,
        hindered=reopening.nothing_to_rework,
    )


def _contest(at: Status) -> Move:
    return Move(
        Act.CONTEST, "误评申诉", at, at, rating.contest, rating.CONTEST, hindered=rating.not_bad
    )


def _reopen(at: Status) -> Move:
    return Move(
        Act.REOPEN,
        "重新办理",
        at,
        HANDLING,
        reopening.reopen,
        reopening.REOPEN,
        hindered=reopening.too_late,
    )


# A second person's answer goes before everything else.
ANSWERED = (
    _grant_no(REGISTERED, REFUSED),
    _deny_no(REGISTERED),
    _grant_no(HANDLING, CONCLUDED),
    _deny_no(HANDLING),
)
SORTED = (_sort("研判", REGISTERED),)
ON_THE_SPOT = (
    Move(
        Act.SPOT,
        "当场办结",
        REGISTERED,
        INFORMED,
        closing.spot,
        closing.SPOT,
    ),
    _tell_missing(REGISTERED),
    Move(
        Act.ASK_NO,
        "报备不予受理",
        REGISTERED,
        REGISTERED,
        refusing.ask_refused,
        refusing.ASK_REFUSED,
        hindered=refusing.nothing_waits,
    ),
)
CONCLUDING = (
    Move(
        Act.CONCLUDE,
        "办结",
        HANDLING,
        CONCLUDED,
        closing.conclude,
        closing.CONCLUDE,
    ),
)
BESIDES = (
    _tell_missing(HANDLING),
    _sort("重新研判", HANDLING),
    Move(
        Act.ASK_NO,
        "报备依法不能办",
        HANDLING,
        HANDLING,
        refusing.ask_cannot,
        refusing.ASK_CANNOT,
        hindered=refusing.nothing_waits,
        wrong=refusing.wrong_to_ask,
    ),
)
TOLD = tuple(
    Move(
        Act.INFORM,
        "反馈",
        at,
        to,
        contacting.inform,
        contacting.INFORM,
        hindered=contacting.cannot_be_told,
        wrong=contacting.wrong_to_inform,
    )
    for at, to in ((CONCLUDED, INFORMED), (REFUSED, REFUSED))
)
ASKED = (
    *(_judge(at) for at in (INFORMED, ARCHIVED)),
    *(_rework(at) for at in (INFORMED, ARCHIVED)),
    Move(
        Act.FOLLOW_UP,
        "回访",
        INFORMED,
        INFORMED,
        contacting.follow_up,
        contacting.FOLLOW_UP,
        hindered=contacting.followed_up,
        wrong=contacting.wrong_to_follow_up,
    ),
    Move(
        Act.ARCHIVE,
        "归档",
        INFORMED,
        ARCHIVED,
        closing.archive,
        closing.ARCHIVE,
        hindered=closing.incomplete,
    ),
    *(Move(Act.RATE, "记评价", at, at, rating.rate, rating.RATE) for at in (INFORMED, ARCHIVED)),
    *(_contest(at) for at in (INFORMED, ARCHIVED)),
    *(_reopen(at) for at in (CONCLUDED, INFORMED, ARCHIVED)),
)
TAKEN_BACK = tuple(
    Move(
        Act.WITHDRAW,
        "撤回",
        at,
        Status.WITHDRAWN,
        closing.withdraw,
        closing.WITHDRAW,
        hindered=closing.still_held,
    )
    for at in (REGISTERED, HANDLING)
)
