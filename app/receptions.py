"""Receptions (接待): who came, asked what, was answered how; most never become a case."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from app import drafts, typed
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid, NotFound
from app.persons import masks
from app.persons.names import normalise
from models import Reception, Staff, labels, rows
from models.choices import Channel, ReceptionEnd

LABELS = labels(Reception)
FORM = "reception"  # what its drafts are kept under


@dataclass(frozen=True, kw_only=True)
class ReceptionDraft:
    at: datetime
    channel: Channel = Channel.COUNTER
    name: str = ""
    phone: str = ""
    asked: str = ""
    answered: str = ""
    ending: ReceptionEnd = ReceptionEnd.ANSWERED


@dataclass(frozen=True)
class ReceptionRow:
    id: int
    at: datetime
    staff: str
    channel: Channel
    name: str
    phone: str
    asked: str
    answered: str
    ending: ReceptionEnd
    case_id: int | None

    @property
    def person(self) -> str:
        """Masked, as lists show it."""
        return masks.name(self.name) if self.name else "未留姓名"


def problems(draft: ReceptionDraft, now: datetime) -> dict[str, str]:
    found = typed.overlong(draft, {"name": 60, "asked": 2000, "answered": 2000})
    if not typed.paragraphs(draft.asked):
        found["asked"] = "请写下他问什么。"
    if not typed.paragraphs(draft.answered) and draft.ending is not ReceptionEnd.REGISTERED:
        found["answered"] = "请写下怎么答复的。"
    if typed.line(draft.phone) and (sentence := typed.phone_problem(draft.phone)):
        found["phone"] = sentence
    if draft.at > now:
        found["at"] = "接待时间不能晚于现在。"
    return found


def record_reception(
    draft: ReceptionDraft, who: Who, now: datetime, *, draft_id: int | None = None
) -> int:
    """Keep the reception; the form it was written in is gone in the same transaction."""
    if found := problems(draft, now):
        raise Invalid(found)
    with saving(Kind.RECEPTIONS):
        row = Reception.create(
            at=draft.at,
            staff=who.id,
            channel=draft.channel,
            name=normalise(typed.line(draft.name)),
            phone=typed.phone(draft.phone),
            asked=typed.paragraphs(draft.asked),
            answered=typed.paragraphs(draft.answered),
            ending=draft.ending,
        )
        if draft_id is not None:
            drafts.discard(draft_id)
    return int(row.id)


def turn_into_case(reception_id: int, case_id: int) -> None:
    """The reception has led to a case; it may lead to one only."""
    with saving(Kind.RECEPTIONS):
        one = get_reception(reception_id)
        if one.case_id is not None and one.case_id != case_id:
            raise AppError("这次接待已经转为登记了，不用再登一次。")
        Reception.update(case=case_id, ending=ReceptionEnd.REGISTERED).where(
            Reception.id == reception_id
        ).execute()


def get_reception(reception_id: int) -> ReceptionRow:
    found = rows(_all().where(Reception.id == reception_id), ReceptionRow)
    if not found:
        raise NotFound("没有找到这次接待，请刷新后再试。")
    return found[0]


def list_receptions(first: date, last: date) -> list[ReceptionRow]:
    """Those from the first to the last day, newest first."""
    after = datetime.combine(last + timedelta(days=1), time())
    within = (Reception.at >= datetime.combine(first, time())) & (Reception.at < after)
    return rows(_all().where(within).order_by(Reception.at.desc()), ReceptionRow)


def _all() -> Any:
    return Reception.select(
        Reception.id,
        Reception.at,
        Staff.name.alias("staff"),
        Reception.channel,
        Reception.name,
        Reception.phone,
        Reception.asked,
        Reception.answered,
        Reception.ending,
        Reception.case.alias("case_id"),
    ).join(Staff)
