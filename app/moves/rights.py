"""Who may make which move: data of the centre, for places differ (domain.md §4, §5.4; 推断).

Approvals ask for a second person's sign-off, whatever stands here.
"""

from collections.abc import Collection
from datetime import datetime

from app.access.sign_in import SECOND_PERSONS
from app.changes import Kind, saving
from app.directory import Who, list_staff
from app.moves.move import Move
from app.moves.table import MOVES
from models import Reserved
from models.choices import Act

IN_CHARGE = "负责人或管理员"


def list_acts() -> list[Act]:
    """Every act of the table, in its order, that is not signed by a second person anyway."""
    return list(dict.fromkeys(move.act for move in MOVES if not move.is_signed))


def reserved() -> frozenset[Act]:
    """What is for a leader or administrator here; all else is everyone's."""
    return frozenset(Act.of(act) for (act,) in Reserved.select(Reserved.act).tuples())


def reserve(acts: Collection[Act], who: Who, now: datetime) -> None:
    """From now on just these acts are for those in charge."""
    with saving(Kind.CENTRE):
        Reserved.delete().where(Reserved.act.not_in(list(acts))).execute()
        for act in set(acts) - reserved():
            Reserved.create(act=act, since=now, by=who.name)


def barred(who: Who) -> frozenset[Act]:
    """What that person leaves to others; a centre that has nobody in charge leaves it to whoever
    is there."""
    if who.role in SECOND_PERSONS or not any(one.role in SECOND_PERSONS for one in list_staff()):
        return frozenset()
    return reserved()


def not_for(move: Move, who: Who) -> str:
    """Why that is for somebody else to do, or nothing."""
    if move.act not in barred(who):
        return ""
    return f"“{move.name}”要由{IN_CHARGE}来做，请他登录后再办。"
