"""What is behind 更多: all that can be done with a case, under its headings."""

from collections.abc import Iterator, Sequence

from app.cases.detail import CaseDetail
from app.deadlines.due_windows import OPEN
from app.moves import Move, not_now
from app.moves.rights import barred
from app.papers.kinds import makeable
from app.persons.names import initials
from models.choices import Act
from ui.cases.act_looks import LOOKS, Group
from ui.kit.desk import Desk
from ui.kit.items import Item

CORRECT, VISIT = "correct", "visit"
MISSED = (
    Act.ARCHIVE,
    Act.CONCLUDE,
    Act.INFORM,
)  # looked for, and it helps to read what still lacks


def menu(detail: CaseDetail, moves: Sequence[Move], desk: Desk) -> list[Item]:
    """A move, a paper, CORRECT or VISIT by its words; what cannot be done now says why."""
    order = list(Group)
    found = [*_moves(detail, moves, desk), *_papers(detail)]
    return sorted(found, key=lambda item: order.index(Group(item.group)))


def _moves(detail: CaseDetail, moves: Sequence[Move], desk: Desk) -> Iterator[Item]:
    for move in moves:
        yield _item(move, move.name, LOOKS[move.act].group)
    correct = "更正登记" if detail.complete else "补全登记"
    yield _item(CORRECT, correct, Group.HANDLE)
    if detail.status in OPEN:
        yield _item(VISIT, "约上门服务", Group.HANDLE)
    for_others = barred(desk.who())
    for move, why in not_now(detail.id, desk.today(), desk.who()):
        if move.act in MISSED or move.act in for_others:
            yield Item(None, move.name, group=LOOKS[move.act].group.value, why=why.rstrip("。"))


def _papers(detail: CaseDetail) -> Iterator[Item]:
    for paper in makeable(detail.id):
        yield _item(paper, paper.label, Group.PAPERS)


def _item(value: object, label: str, group: Group) -> Item:
    return Item(value, label, initials(label), group.value)
