"""The first lines of a breakdown, what all others come to, and the total: a list of every matter
that was ever typed has no end."""

from collections.abc import Callable, Sequence
from functools import partial

from app.month.breakdowns import Breakdown, BreakdownLine, Compared
from app.month.ledger_row import NO_UNIT, UNKNOWN
from app.month.measures import Share

TOTAL = "合计"
_Whole = Callable[[list[int]], int]


def foremost(one: Breakdown, number: int) -> tuple[BreakdownLine, ...]:
    """So many, the rest of them as one line, and last of all what is not known."""
    known = [line for line in one.lines if line.name not in (UNKNOWN, NO_UNIT)]
    unknown = [line for line in one.lines if line not in known]
    rest = known[number:]
    others = [summed(rest, f"其余{len(rest)}项")] if rest else []
    return (*known[:number], *others, *unknown)


def total(one: Breakdown) -> BreakdownLine:
    return summed(one.lines, TOTAL)


def summed(lines: Sequence[BreakdownLine], name: str) -> BreakdownLine:
    """Several as one: what came and was completed is so much of all there was, what was in time of
    its own."""
    return BreakdownLine(
        name,
        received=_together([one.received for one in lines], max),
        completed=_together([one.completed for one in lines], max),
        in_time=_together([one.in_time for one in lines], sum),
    )


def _together(each: Sequence[Compared], whole: _Whole) -> Compared:
    add = partial(_share, whole=whole)
    return Compared(
        now=add([one.now for one in each]) or Share(0, 0),
        before=add([one.before for one in each]),
        last_year=add([one.last_year for one in each]),
        year=add([one.year for one in each]) or Share(0, 0),
    )


def _share(shares: Sequence[Share | None], whole: _Whole) -> Share | None:
    known = [one for one in shares if one is not None]
    if not known:
        return None
    return Share(sum(one.part or 0 for one in known), whole([one.whole or 0 for one in known]))
