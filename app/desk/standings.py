"""What is out of the ordinary about a case just now, and waits for somebody."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from app.cases.registry import get_row
from app.closed_months import TOLD_NEXT, closed_months_of, names_of
from app.deadlines import clocks
from app.deadlines.extensions import undecided, untold
from app.deadlines.pauses import list_pauses
from app.records import ratings, refusals, remedies
from models import Case, Escalation
from models.choices import Status


class Kind(Enum):
    PAUSED = auto()
    ASKED = auto()  # a second person has to decide
    UNTOLD = auto()  # the citizen has to know
    ESCALATED = auto()
    BAD = auto()  # the citizen is not content
    UNCONFIRMED = auto()  # the centre's leader has yet to answer for the words
    CLOSED = auto()  # a month that was reported and closed lists it


@dataclass(frozen=True)
class Standing:
    kind: Kind
    title: str
    note: str = ""


def list_standings(case_id: int) -> list[Standing]:
    """None where all goes its ordinary way."""
    case = get_row(case_id)
    return [one for found in _FOUND for one in found(case)]


def _paused(case: Case) -> Iterator[Standing]:
    if case.paused_at:
        pause = list_pauses(case.id)[0]
        left = f"还剩 {pause.days_left} 个工作日，恢复后接着算"
        title = f"已暂停，{pause.reason.label}，从 {pause.at:%m-%d} 起不计时"
        yield Standing(Kind.PAUSED, title, f"{pause.note}（{left}）")


def _extension(case: Case) -> Iterator[Standing]:
    if asked := undecided(case.id):
        title = f"申请延期 {asked.days} 个工作日，等批准"
        yield Standing(Kind.ASKED, title, asked.reason)
    if (granted := untold(case.id)) and granted.due_on:
        old, new = granted.was_due_on, granted.due_on
        title = f"已批准延期到 {new.month}月{new.day}日，还没告诉群众"
        yield Standing(Kind.UNTOLD, title, f"请在原期限 {old.month}月{old.day}日之前告知")


def _escalated(case: Case) -> Iterator[Standing]:
    if case.escalated_at and case.status is Status.HANDLING:
        last = case.escalations.order_by(Escalation.id.desc()).first()
        title = f"{case.escalated_at:%m-%d} 已提级" + (f"到{last.raised_to}" if last else "")
        yield Standing(Kind.ESCALATED, title, last.grounds if last else "")


def _no(case: Case) -> Iterator[Standing]:
    asked = refusals.pending(case.id)
    if asked:
        yield Standing(Kind.ASKED, f"否定报备：{asked.kind.label}，等批准", asked.reason)
    said = asked or refusals.standing(case.id, case.round)
    if said and said.remedy_id in {one.id for one in remedies.unconfirmed()}:
        title = "救济途径的文字还没有由负责人确认"
        yield Standing(Kind.UNCONFIRMED, title, "请负责人在“设置”里核对后确认，再交给群众")


def _rated(case: Case) -> Iterator[Standing]:
    rated = ratings.standing(case.id, case.round)
    if rated and rated.waits_for_judgement:
        yield Standing(Kind.ASKED, "误评申诉，等结论", rated.contest)
    elif rated and rated.is_bad and rated.counts:
        by = clocks.rework_by(clocks.rules_of(case), rated.at)
        yield Standing(Kind.BAD, f"{rated.stars.label}，{by.month}月{by.day}日前整改", rated.words)


def _closed(case: Case) -> Iterator[Standing]:
    """It may be changed all the same: the window's work goes on."""
    if months := closed_months_of(case):
        note = f"改动{TOLD_NEXT}，已报的不变"
        yield Standing(Kind.CLOSED, f"{names_of(months)}已封账", note)


_FOUND: tuple[Callable[[Case], Iterator[Standing]], ...] = (
    _paused,
    _no,
    _extension,
    _rated,
    _escalated,
    _closed,
)
