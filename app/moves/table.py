"""The one table of moves; of those that can be made, the one that stands first is offered first."""

from app.moves import handling, to_the_end, together, with_time, with_units
from app.moves.move import Move
from models.choices import Act, Status

HANDLING = Status.HANDLING

MOVES = (
    *to_the_end.ANSWERED,
    *with_time.PRESSING,
    *to_the_end.SORTED,
    *with_units.GIVEN,
    *to_the_end.ON_THE_SPOT,
    *with_units.WAITED_FOR,
    *to_the_end.CONCLUDING,
    Move(Act.PROGRESS, "记办理情况", HANDLING, HANDLING, handling.progress, handling.PROGRESS),
    *with_units.BETWEEN,
    *with_time.BESIDE,
    *together.MOVES,
    *to_the_end.BESIDES,
    *to_the_end.TOLD,
    *to_the_end.ASKED,
    *with_time.LATE,
    *to_the_end.TAKEN_BACK,
)
