"""What holds of a case at any time, whatever was done with it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from app.cases.registry import get_row
from app.deadlines.calendar import due, work_calendar
from app.deadlines.clocks import rules_of
from app.deadlines.pauses import list_pauses
from app.history import list_history
from app.moves import MOVES
from app.papers import issues
from app.records import refusals
from models import LIVING, Case, CaseUnit, Closing, Extension, Pause, Rating, Reminder
from models.choices import DROPPED, Act, Ending, RefusalKind, ShareState, Status, UnitRole

CLOSED = (Status.CONCLUDED, Status.INFORMED, Status.ARCHIVED)


def check_case(case_id: int, made: Sequence[Act], now: datetime) -> None:
    """`made` are the moves that were made of it, in their order."""
    row = get_row(case_id)
    _history(row, made, now)
    _clock(row)
    _units(row)
    _end(row, made)
    _no(row)
    _ratings(row)


def check_resumed(case_id: int, now: datetime) -> None:
    """A case that was in time when it was paused is not late as soon as it goes on."""
    row, last = get_row(case_id), list_pauses(case_id)[0]
    if last.at.date() <= row.due_on:
        assert row.due_on >= work_calendar().next_working(now.date())


def _history(row: Case, made: Sequence[Act], now: datetime) -> None:
    """The table leads, act by act, from the first to where it is, and the history tells of it."""
    lines = list(reversed(list_history(row.id)))
    assert [one.at for one in lines] == sorted(one.at for one in lines)
    assert all(one.at <= now for one in lines)
    told = iter(one.act for one in lines)
    assert all(act in told for act in (Act.REGISTER, *made))  # in this order, one line for each
    reached = {Status.REGISTERED}
    for act in made:
        reached = {one.to for one in MOVES if one.act is act and one.start in reached}
        assert reached, f"no row of the table leads on by {act}"
    assert row.status in reached


def _clock(row: Case) -> None:
    """Never earlier than the rule gives, and later by all that pauses and extensions gave."""
    assert row.paused_at is None or row.status is Status.HANDLING
    assert row.due_on >= due(row.clock_from, row.due_days).day
    assert row.due_on >= due(row.clock_from, row.due_days + row.added_days).day
    given = 0
    for pause in Pause.select().where(Pause.case == row.id):
        assert (pause.resumed_at is None) is (
            row.paused_at is not None and pause.at == row.paused_at
        )
        if pause.resumed_at:
            assert pause.days >= 0
            assert pause.resumed_at >= pause.at
            given += pause.days * (pause.round == row.round)
    for one in Extension.select().where(Extension.case == row.id, Extension.granted):
        assert one.due_on > one.was_due_on
        given += one.days * (one.round == row.round)
    assert row.added_days == given


def _units(row: Case) -> None:
    query = CaseUnit.select().where(CaseUnit.case == row.id)
    assert query.where(CaseUnit.role == UnitRole.LEAD, LIVING).count() <= 1
    theirs, urged = list(query), defaultdict(list)
    for one in Reminder.select().join(CaseUnit).where(CaseUnit.case == row.id):
        urged[one.share_id, one.kind].append(one.times)
    for times in urged.values():  # numbered from 1 on, none left out
        assert sorted(times) == list(range(1, len(times) + 1))
    for one in theirs:
        moments = [one.sent_at, one.signed_at, one.replied_at]
        known = [moment for moment in moments if moment]
        assert known == sorted(known), f"{one.name}: {moments}"
    returned = [one for one in theirs if one.state is ShareState.RETURNED]
    assert all(one.return_reason for one in returned)
    if len(returned) >= rules_of(row).returns:
        assert row.escalated_at, "given back so often, and raised to nobody"


def _end(row: Case, made: Sequence[Act]) -> None:
    is_closed = row.status in CLOSED
    for name in ("ending", "concluded_at", "inform_by"):
        assert (getattr(row, name) is not None) is (is_closed or _is_refused(row, name)), name
    if is_closed:
        assert row.result.strip()
        found = Closing.get((Closing.case == row.id) & (Closing.round == row.round))
        assert (found.ending, found.result) == (row.ending, row.result)
    if row.status in (Status.INFORMED, Status.ARCHIVED):
        assert row.informed_at
        assert row.informed_at >= row.concluded_at
        assert row.follow_up_by >= row.informed_at.date()
    assert (row.archived_at is not None) is (row.status is Status.ARCHIVED)
    if row.archived_at:
        assert row.followed_up_at
        assert row.informed_at <= row.followed_up_at <= row.archived_at
    assert (row.dropped_at is not None) is (row.status in DROPPED)
    for one in Closing.select().where(Closing.case == row.id):
        assert (one.reopened_at is not None) is (one.round < row.round)
        assert one.due_on
    assert row.round == 1 + sum(act in (Act.REOPEN, Act.REWORK) for act in made)


def _is_refused(row: Case, name: str) -> bool:
    """Whom it was not taken up for is told too."""
    return name == "inform_by" and row.status is Status.REFUSED


def _no(row: Case) -> None:
    """Nobody is told no but with all it rests on, and a second person's word."""
    if row.status is not Status.REFUSED and row.ending is not Ending.CANNOT:
        return
    said = refusals.standing(row.id, row.round)
    assert said
    kind = RefusalKind.REFUSED if row.status is Status.REFUSED else RefusalKind.CANNOT
    assert said.kind is kind
    assert all((said.reason, said.basis, said.tried, said.other_ways, said.decided_by))
    assert bool(said.remedy_text) is (kind is RefusalKind.CANNOT)
    assert bool(said.channel) is (kind is RefusalKind.REFUSED)
    assert not row.informed_at or issues.valid(row.id, said.notice, said.id)


def _ratings(row: Case) -> None:
    """Never overwritten; one counts of each round, and no round lies ahead."""
    given = list(Rating.select().where(Rating.case == row.id))
    count = [one.round for one in given if one.superseded_at is None]
    assert len(count) == len(set(count))
    assert all(1 <= one.round <= row.round for one in given)
