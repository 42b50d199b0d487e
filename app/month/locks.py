"""Closing a month (封账) and opening it again: who, when, why, and what was kept of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import typed
from app.access import second_person
from app.access.second_person import SignOff
from app.cases.drafting import TEXT_LIMIT
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.month import ledger
from app.month.kept import Kept, packed
from app.month.marks import Mark, mark_now
from app.month.period import in_words, next_month
from app.month.whole import whole_month
from app.version import VERSION
from models import MonthLock, database, rows


@dataclass(frozen=True, kw_only=True)
class MonthVersion:
    """A closing of a month, and whether it was opened again."""

    id: int
    month: date
    version: int
    locked_at: datetime
    locked_by: str
    checksum: str
    unlocked_at: datetime | None
    unlocked_by: str
    unlocked_with: str
    unlock_reason: str


_COLUMNS = tuple(getattr(MonthLock, name) for name in MonthVersion.__dataclass_fields__)


def lock_of(first: date) -> MonthVersion | None:
    """The version that is closed now, if the month is."""
    return next(iter(_list(MonthLock.month == first, MonthLock.unlocked_at.is_null())), None)


def list_versions(first: date) -> list[MonthVersion]:
    """All of a month, the newest first."""
    return _list(MonthLock.month == first)


def not_lockable(first: date, today: date) -> str:
    """Why the month cannot be closed now, or nothing."""
    if today < next_month(first):
        return f"{in_words(first)}还没有过完，过完以后再封账。"
    if (lock := lock_of(first)) is not None:
        return f"{in_words(first)}已经封账（{lock.locked_by}，{lock.locked_at:%Y-%m-%d %H:%M}）。"
    return ""


def lock_month(first: date, who: Who, now: datetime) -> MonthVersion:
    """Keep the month for ever as it is counted now, with the corrections that it tells.

    It is counted before anything is written, which may take seconds that nobody has to wait for;
    once more where something was saved meanwhile.
    """
    _refuse(first, now.date())
    counted, mark = _counted(first, now)
    with saving(Kind.LOCKS):
        _refuse(first, now.date())
        if mark != mark_now():
            counted, mark = _counted(first, now)
        frozen, checksum = counted
        MonthLock.create(
            month=first,
            version=len(list_versions(first)) + 1,
            locked_at=now,
            locked_by=who.name,
            program=VERSION,
            checksum=checksum,
            frozen=frozen,
            **vars(mark),
        )
    return list_versions(first)[0]


def _refuse(first: date, today: date) -> None:
    if sentence := not_lockable(first, today):
        raise AppError(sentence)


def _counted(first: date, now: datetime) -> tuple[tuple[bytes, str], Mark]:
    with database.atomic():  # one look at the store
        mark = mark_now()
        report = whole_month(first, now)
        received, carried = (
            listed(report.period, full=True)
            for listed in (ledger.list_received, ledger.list_carried)
        )
        return packed(Kept(report, received, carried)), mark


def problems(reason: str, signed: SignOff, who: Who) -> dict[str, str]:
    found = second_person.problems(signed, who)
    if not reason:
        found["reason"] = "请写明为什么要解封，要改什么。"
    elif sentence := typed.too_long(reason, TEXT_LIMIT):
        found["reason"] = sentence
    return found


def unlock_month(
    first: date, reason: str, signed: SignOff, password: str, who: Who, now: datetime
) -> None:
    """Open it again, with a second person; the version stays as it was, with why it was opened."""
    reason = typed.paragraphs(reason)
    if lock_of(first) is None:
        raise AppError(f"{in_words(first)}没有封账，不用解封。")
    if found := problems(reason, signed, who):
        raise Invalid(found)
    # Apart from the rest: a wrong password is counted, though nothing is done.
    second_person.prove(signed, password, who, now)
    with saving(Kind.LOCKS):
        opened = MonthLock.update(
            unlocked_at=now,
            unlocked_by=who.name,
            unlocked_with=second_person.name(signed),
            unlock_reason=reason,
        ).where(MonthLock.month == first, MonthLock.unlocked_at.is_null())
        if not opened.execute():
            raise AppError(f"{in_words(first)}刚刚已经由别人解封，请刷新后再看。")


def _list(*conditions: Any) -> list[MonthVersion]:
    query = MonthLock.select(*_COLUMNS).where(*conditions)
    return rows(query.order_by(MonthLock.version.desc()), MonthVersion)
