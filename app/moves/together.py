"""The moves of the table that are about units working together, and what is kept for a case."""

from dataclasses import replace

from app.moves import conflict, exempting, holding, households, meeting, surveying
from app.moves.choosing import none_of
from app.moves.move import Move
from models.choices import Act, Status

HANDLING = Status.HANDLING


def _open(move: Move) -> tuple[Move, ...]:
    """The same move also while the case is only registered; it stays what it is."""
    return (replace(move, start=Status.REGISTERED, to=Status.REGISTERED), move)


def _held(move: Move) -> tuple[Move, ...]:
    """What is held goes back to its owner also when the case is over."""
    over = (Status.CONCLUDED, Status.INFORMED, Status.REFUSED)
    return (*_open(move), *(replace(move, start=one, to=one) for one in over))


MOVES = (
    *_open(
        Move(
            Act.DECIDED_DONE,
            "议定事项办完",
            HANDLING,
            HANDLING,
            meeting.decided_done,
            meeting.DECIDED_DONE,
            hindered=none_of("open decisions", "没有还没办完的议定事项。"),
        )
    ),
    *_open(
        Move(
            Act.MEET,
            "记协调会",
            HANDLING,
            HANDLING,
            meeting.meet,
            meeting.MEET,
            wrong=meeting.wrong_to_meet,
            proposed=meeting.propose_meeting,
        )
    ),
    *_open(
        Move(
            Act.SURVEY,
            "记踏勘",
            HANDLING,
            HANDLING,
            surveying.survey,
            surveying.SURVEY,
            wrong=surveying.wrong_photos,
            proposed=surveying.propose_survey,
        )
    ),
    *_open(
        Move(
            Act.CONFLICT,
            "记政策冲突",
            HANDLING,
            HANDLING,
            conflict.conflict,
            conflict.CONFLICT,
            wrong=conflict.wrong_conflict,
            proposed=conflict.propose_conflict,
        )
    ),
    *_open(
        Move(Act.ROUTE, "记另寻的出路", HANDLING, HANDLING, conflict.route, conflict.ROUTE),
    ),
    *_open(
        Move(
            Act.HOUSEHOLD,
            "记各户进度",
            HANDLING,
            HANDLING,
            households.keep_households,
            households.HOUSEHOLD,
            wrong=households.wrong_households,
            proposed=households.propose_households,
        )
    ),
    *_open(
        Move(
            Act.EXEMPT,
            "容错免责备案",
            HANDLING,
            HANDLING,
            exempting.exempt,
            exempting.EXEMPT,
            wrong=exempting.wrong_exemption,
        )
    ),
    *_open(
        Move(
            Act.HOLD,
            "代管款物",
            HANDLING,
            HANDLING,
            holding.hold,
            holding.HOLD,
            wrong=holding.wrong_to_hold,
        )
    ),
    *_held(
        Move(
            Act.GIVE_BACK,
            "退还款物",
            HANDLING,
            HANDLING,
            holding.give_back,
            holding.GIVE_BACK,
            hindered=none_of("held", "没有代管的款物，或者都退还了。"),
            wrong=holding.wrong_to_give_back,
        )
    ),
)
