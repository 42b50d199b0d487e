"""What there is to do: every kind of it once, with the cases it finds and the act it waits for."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import peewee as pw

from app.deadlines.due_windows import OPEN, DueWithin, due_within
from app.records.ratings import BAD
from models import Case, CaseUnit, Decision, Extension, Meeting, Rating, Refusal, database
from models.choices import Act, Choice, ShareState, Status

LIVELY = (*OPEN, Status.CONCLUDED, Status.INFORMED)  # later hardly anything is done any more


class Todo(Choice):
    """The cards of the desk, the most pressing first; a case may lie on several."""

    OVERDUE = "overdue", "逾期"
    SOON = "soon", "今明到期"
    DECIDED = "decided", "议定逾期"
    TELL_EXTENSION = "tell_extension", "待告知延期"
    GRANT_EXTENSION = "grant_extension", "待批延期"
    GRANT_NO = "grant_no", "待批否定"
    JUDGE = "judge", "待申诉结论"
    REWORK = "rework", "待整改"
    SORT = "sort", "待研判"
    ASSIGN = "assign", "待交办"
    SIGN = "sign", "待签收"
    REPLY = "reply", "待答复"
    CONCLUDE = "conclude", "待办结"
    INFORM = "inform", "待反馈"
    FOLLOW_UP = "follow_up", "待回访"
    ARCHIVE = "archive", "待归档"
    PAUSED = "paused", "暂停中"
    COMPLETE = "complete", "待补全"


# The act that takes a case off the list; of the first two lists it depends on the case.
ACTS: Mapping[Todo, Act] = {
    Todo.DECIDED: Act.DECIDED_DONE,
    Todo.TELL_EXTENSION: Act.TELL_EXTENSION,
    Todo.GRANT_EXTENSION: Act.GRANT_EXTENSION,
    Todo.GRANT_NO: Act.GRANT_NO,
    Todo.JUDGE: Act.JUDGE,
    Todo.REWORK: Act.REWORK,
    Todo.SORT: Act.SORT,
    Todo.ASSIGN: Act.ASSIGN,
    Todo.SIGN: Act.SIGN,
    Todo.REPLY: Act.REPLY,
    Todo.CONCLUDE: Act.CONCLUDE,
    Todo.INFORM: Act.INFORM,
    Todo.FOLLOW_UP: Act.FOLLOW_UP,
    Todo.ARCHIVE: Act.ARCHIVE,
    Todo.PAUSED: Act.RESUME,
    Todo.COMPLETE: Act.COMPLETE,
}

BESIDE = (Todo.DECIDED, Todo.COMPLETE)  # done beside whatever else the case waits for


def waits_for(todo: Todo, today: date) -> Any:
    """The condition that finds the cases of one list."""
    return _CONDITIONS[todo](today)


def count_todo(today: date, staff_id: int | None = None) -> dict[Todo, int]:
    """How many cases wait for each act, of everyone or of one clerk, counted with one query."""
    counted = [waits_for(one, today) for one in Todo]
    sums = [pw.fn.COALESCE(pw.fn.SUM(pw.Case(None, [(each, 1)], 0)), 0) for each in counted]
    query = Case.select(*sums).where(may_wait())
    if staff_id is not None:
        # By what may wait, not by clerk: one clerk has had most cases that are long over.
        query = query.where(Case.handler + 0 == staff_id)
    return dict(zip(Todo, map(int, database.execute(query).fetchone()), strict=True))


def next_step() -> Any:
    """Of each case in a query the act it waits for before all others; empty where it waits for
    nobody here."""
    steps = [one for one in ACTS if one not in BESIDE]
    return pw.Case(None, [(waits_for(one, date.min), ACTS[one].value) for one in steps], "")


def may_wait() -> Any:
    """Of those that are over, whom nobody has told yet, and who is not content."""
    unhappy = Rating.select(Rating.case).where(_bad(), Rating.superseded_at.is_null())
    return Case.status.in_(LIVELY) | _refused_untold() | Case.id.in_(unhappy)


def _refused_untold() -> Any:
    return (Case.status == Status.REFUSED) & Case.informed_at.is_null()


def _bad() -> Any:
    return Rating.stars.in_(BAD)


def _has_rating(*conditions: Any) -> Any:
    """The word of the present round that counts."""
    whose = (Rating.case == Case.id) & (Rating.round == Case.round)
    theirs = Rating.select(pw.SQL("1")).where(whose, Rating.superseded_at.is_null(), *conditions)
    return Case.status.in_((Status.INFORMED, Status.ARCHIVED)) & pw.fn.EXISTS(theirs)


def _contested() -> Any:
    return _has_rating(Rating.contested_at.is_null(is_null=False), Rating.judged_at.is_null())


def _to_rework() -> Any:
    unheard = Rating.contested_at.is_null() | Rating.upheld.is_null(is_null=False)
    return _has_rating(_bad(), unheard, pw.fn.COALESCE(Rating.upheld, 0) == 0)


def _asked_no() -> Any:
    theirs = (Refusal.case == Case.id) & Refusal.decided_at.is_null()
    return Case.status.in_(OPEN) & pw.fn.EXISTS(Refusal.select(pw.SQL("1")).where(theirs))


def _handled() -> Any:
    return (Case.status == Status.HANDLING) & Case.paused_at.is_null()


def _has_extension(*conditions: Any) -> Any:
    theirs = Extension.select(pw.SQL("1")).where(Extension.case == Case.id, *conditions)
    return (Case.status == Status.HANDLING) & pw.fn.EXISTS(theirs)


def _decided_too_late(today: date) -> Any:
    """A thing that a meeting decided is not done, and its day has passed."""
    theirs = (Meeting.case == Case.id) & Decision.done_at.is_null() & (Decision.due_on < today)
    late = Decision.select(pw.SQL("1")).join(Meeting).where(theirs)
    return Case.status.in_(OPEN) & pw.fn.EXISTS(late)


def _has_share(*states: ShareState) -> Any:
    theirs = (CaseUnit.case == Case.id) & CaseUnit.state.in_(states)
    return pw.fn.EXISTS(CaseUnit.select(pw.SQL("1")).where(theirs))


_CONDITIONS: Mapping[Todo, Callable[[date], Any]] = {
    Todo.OVERDUE: lambda today: due_within(DueWithin.OVERDUE, today),
    Todo.SOON: lambda today: due_within(DueWithin.SOON, today),
    Todo.DECIDED: _decided_too_late,
    Todo.TELL_EXTENSION: lambda _: _has_extension(Extension.granted, Extension.told_at.is_null()),
    Todo.GRANT_EXTENSION: lambda _: _has_extension(Extension.granted.is_null()),
    Todo.GRANT_NO: lambda _: _asked_no(),
    Todo.JUDGE: lambda _: _contested(),
    Todo.REWORK: lambda _: _to_rework(),
    Todo.SORT: lambda _: (Case.status == Status.REGISTERED) & Case.sorted_at.is_null(),
    Todo.ASSIGN: lambda _: (
        (Case.status == Status.REGISTERED) & Case.sorted_at.is_null(is_null=False)
    ),
    Todo.SIGN: lambda _: _handled() & _has_share(ShareState.SENT),
    Todo.REPLY: lambda _: _handled() & _has_share(ShareState.SIGNED),
    Todo.CONCLUDE: lambda _: _handled() & ~_has_share(ShareState.SENT, ShareState.SIGNED),
    Todo.INFORM: lambda _: (Case.status == Status.CONCLUDED) | _refused_untold(),
    Todo.FOLLOW_UP: lambda _: (Case.status == Status.INFORMED) & Case.followed_up_at.is_null(),
    Todo.ARCHIVE: lambda _: (
        (Case.status == Status.INFORMED)
        & Case.followed_up_at.is_null(is_null=False)
        & ~_contested()
        & ~_to_rework()
    ),
    Todo.PAUSED: lambda _: Case.paused_at.is_null(is_null=False),
    Todo.COMPLETE: lambda _: Case.status.in_(LIVELY) & ~Case.complete,
}
