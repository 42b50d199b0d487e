"""Papers given out: issued, printed again, declared void; each of these is on record."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import counters, history, typed
from app.cases import get_row
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid, NotFound
from app.sheets import Reissue, Voided
from models import Paper, rows
from models.choices import Act, PaperKind

_SERIES = {PaperKind.RECEIPT: "HZ", PaperKind.REGISTER: "DJ"}
_REASON_LIMIT = 200


@dataclass(frozen=True)
class Issue:
    """One printing of a paper; `times` is 0 for the first and counts the reprints (补打)."""

    id: int
    case_id: int
    kind: PaperKind
    number: str
    times: int
    issued_at: datetime
    issued_by: str
    voided_at: datetime | None
    voided_by: str
    void_reason: str


def issue(case_id: int, kind: PaperKind, who: Who, now: datetime) -> Issue:
    """Record that the paper is given out; while an earlier one is valid this is a reprint of it."""
    with saving(Kind.PAPERS, Kind.CASES):
        get_row(case_id)
        last = valid(case_id, kind)
        number = last.number if last else _next_number(kind, now.date())
        times = last.times + 1 if last else 0
        row = Paper.create(
            case=case_id,
            kind=kind,
            number=number,
            times=times,
            issued_at=now,
            issued_by=who.name,
        )
        act = Act.REPRINT if last else Act.ISSUE
        said = f"{kind.label} {number}" + (f"，第 {times} 次补打" if last else "")
        history.record(case_id, who, now, act, said)
        return get_issue(row.id)


def void(paper_id: int, reason: str, who: Who, now: datetime) -> None:
    """Declare the paper void, with all its reprints; it stays on record and can be looked at."""
    said = typed.line(reason)
    if not said:
        raise Invalid({"reason": "请写明作废原因。"})
    if sentence := typed.too_long(said, _REASON_LIMIT):
        raise Invalid({"reason": sentence})
    with saving(Kind.PAPERS, Kind.CASES):
        one = get_issue(paper_id)
        if one.voided_at:
            raise AppError(f"{one.kind.label} {one.number} 已经作废了。")
        Paper.update(voided_at=now, voided_by=who.name, void_reason=said).where(
            Paper.number == one.number, Paper.kind == one.kind
        ).execute()
        history.record(
            one.case_id, who, now, Act.VOID, f"{one.kind.label} {one.number}，原因：{said}"
        )


def valid(case_id: int, kind: PaperKind) -> Issue | None:
    """The newest issue that still counts."""
    found = [one for one in list_issues(case_id) if one.kind is kind and one.voided_at is None]
    return found[0] if found else None


def next_reissue(case_id: int, kind: PaperKind, who: Who, now: datetime) -> Reissue | None:
    """The mark the paper would bear if it came out now; None while it would be the first."""
    last = valid(case_id, kind)
    return Reissue(last.times + 1, now.date(), who.name) if last else None


def reissue_of(one: Issue) -> Reissue | None:
    return Reissue(one.times, one.issued_at.date(), one.issued_by) if one.times else None


def voided_of(one: Issue) -> Voided | None:
    return Voided(one.voided_at.date(), one.voided_by) if one.voided_at else None


def list_issues(case_id: int) -> list[Issue]:
    """Newest first."""
    return rows(_all().where(Paper.case == case_id).order_by(Paper.id.desc()), Issue)


def get_issue(paper_id: int) -> Issue:
    found = rows(_all().where(Paper.id == paper_id), Issue)
    if not found:
        raise NotFound("没有找到这份文书，请刷新后再试。")
    return found[0]


def _next_number(kind: PaperKind, on: date) -> str:
    series = f"{_SERIES[kind]}{on:%Y%m%d}"
    return f"{series}-{counters.take(series):03}"


def _all() -> Any:
    return Paper.select(
        Paper.id,
        Paper.case.alias("case_id"),
        Paper.kind,
        Paper.number,
        Paper.times,
        Paper.issued_at,
        Paper.issued_by,
        Paper.voided_at,
        Paper.voided_by,
        Paper.void_reason,
    )
