"""Every way a case can go: one table of moves, and the making of one."""

from app.moves.choosing import choices_for
from app.moves.making import find_move, move_case, next_moves, not_now, proposals, refusal
from app.moves.move import Move
from app.moves.rights import not_for
from app.moves.table import MOVES

__all__ = [
    "MOVES",
    "Move",
    "choices_for",
    "find_move",
    "move_case",
    "next_moves",
    "not_for",
    "not_now",
    "proposals",
    "refusal",
]
