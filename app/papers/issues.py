"""Papers given out: issued, printed again, declared void; each of these is on record."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import counters, history, typed
from app.cases.registry import get_row
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid, NotFound
from app.sheets import Reissue, Voided
from models import Paper, rows
from models.choices import Act, PaperKind

# What the number of each kind begins with (domain.md §11: no rule is published).
SERIES = {
    PaperKind.RECEIPT: "HZ",
    PaperKind.REGISTER: "DJ",
    PaperKind.ORDER: "JB",
    PaperKind.REMINDER: "CB",
    PaperKind.SUPERVISION: "DB",
    PaperKind.ESCALATION: "TJ",
    PaperKind.MISSING: "YG",
    PaperKind.OUT_OF_SCOPE: "BS",
    PaperKind.CANNOT: "BN",
    PaperKind.REFUSAL_APPROVAL: "FD",
    PaperKind.EXTENSION_APPROVAL: "YS",
    PaperKind.EXTENSION: "YQ",
    PaperKind.COMPLETION: "BJ",
    PaperKind.MINUTES: "JY",
    PaperKind.SURVEY: "TK",
    PaperKind.CONFLICT: "CT",
    PaperKind.GROUP: "QT",
    PaperKind.EXEMPTION: "RC",
    PaperKind.CUSTODY: "DG",
    PaperKind.REWORK: "ZG",
    PaperKind.VISIT: "SD",
    PaperKind.VISIT_NOTICE: "YY",
}
_REASON_LIMIT = 200


@dataclass(frozen=True)
class Issue:
    """One printing of a paper; `times` is 0 for the first and counts the reprints (补打)."""

    id: int
    case_id: int
    kind: PaperKind
    about: int
    number: str
    times: int
    issued_at: datetime
    issued_by: str
    voided_at: datetime | None
    voided_by: str
    void_reason: str


def issue(
    case_id: int, kind: PaperKind, who: Who, now: datetime, about: int = 0, bears: str = ""
) -> Issue:
    """Record that the paper is given out; while an earlier one is valid this is a reprint of it.

    `bears` is the number that stands on the paper already; another may have taken it meanwhile.
    """
    with saving(Kind.PAPERS, Kind.CASES):
        get_row(case_id)
        last = valid(case_id, kind, about)
        number = last.number if last else _next_number(kind, now.date())
        if bears not in ("", number):
            raise AppError(f"编号 {bears} 刚刚用掉了，请再看一眼，重新打印。")
        times = last.times + 1 if last else 0
        row = Paper.create(
            case=case_id,
            kind=kind,
            about=about,
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


def valid(case_id: int, kind: PaperKind, about: int = 0) -> Issue | None:
    """The newest issue that still counts."""
    found = [
        one
        for one in list_issues(case_id)
        if (one.kind, one.about) == (kind, about) and one.voided_at is None
    ]
    return found[0] if found else None


def first_of(one: Issue) -> Issue:
    """The issue of which that one is a reprint, or itself."""
    query = _all().where(Paper.kind == one.kind, Paper.number == one.number, Paper.times == 0)
    return rows(query, Issue)[0]


def number_to_come(kind: PaperKind, on: date) -> str:
    """The number of the next paper of that kind, unless another takes it first."""
    series = _series(kind, on)
    return _number(series, counters.peek(series))


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
    series = _series(kind, on)
    return _number(series, counters.take(series))


def _series(kind: PaperKind, on: date) -> str:
    return f"{SERIES[kind]}{on:%Y%m%d}"


def _number(series: str, serial: int) -> str:
    return f"{series}-{serial:03}"


def _all() -> Any:
    return Paper.select(
        Paper.id,
        Paper.case.alias("case_id"),
        Paper.kind,
        Paper.about,
        Paper.number,
        Paper.times,
        Paper.issued_at,
        Paper.issued_by,
        Paper.voided_at,
        Paper.voided_by,
        Paper.void_reason,
    )
