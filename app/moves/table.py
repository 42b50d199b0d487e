"""The one table of moves; of those that can be made, the one that stands first is offered first."""

from app.moves import closing, handling, together, with_time, with_units
from app.moves.move import Move
from models.choices import Act, Status

REGISTERED, HANDLING = Status.REGISTERED, Status.HANDLING
CONCLUDED, INFORMED = Status.CONCLUDED, Status.INFORMED

MOVES = (
    *with_time.PRESSING,
    *with_units.GIVEN,
    Move(Act.CONCLUDE, "当场办结", REGISTERED, CONCLUDED, closing.conclude, closing.CONCLUDE),
    *with_units.WAITED_FOR,
    Move(Act.CONCLUDE, "办结", HANDLING, CONCLUDED, closing.conclude, closing.CONCLUDE),
    Move(Act.PROGRESS, "记办理情况", HANDLING, HANDLING, handling.progress, handling.PROGRESS),
    *with_units.BETWEEN,
    *with_time.BESIDE,
    *together.MOVES,
    Move(Act.INFORM, "反馈", CONCLUDED, INFORMED, closing.inform, closing.INFORM),
    Move(Act.ARCHIVE, "归档", INFORMED, Status.ARCHIVED, closing.archive, closing.ARCHIVE),
    Move(Act.WITHDRAW, "撤回", REGISTERED, Status.WITHDRAWN, closing.withdraw, closing.WITHDRAW),
    Move(Act.WITHDRAW, "撤回", HANDLING, Status.WITHDRAWN, closing.withdraw, closing.WITHDRAW),
)
