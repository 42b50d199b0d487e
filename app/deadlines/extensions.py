"""More time for a case (延期): asked for, granted or not by a second person, and told."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from app.access.sign_offs import is_on_paper
from app.deadlines import due_dates
from app.directory import Who
from app.errors import NotFound
from app.records.shares import follow
from models import Case, Extension, quick, rows
from models.choices import ContactWay

_LAPSED = "重新办理，另算期限，原来的申请不再批。"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked for, and what the citizen will read about it."""

    days: int
    reason: str
    progress: str = ""
    next_step: str = ""


@dataclass(frozen=True, kw_only=True)
class ExtensionRecord:
    """`granted` is None while nobody has decided; `due_on` is the new date."""

    id: int
    round: int
    asked_at: datetime
    asked_by_id: int
    days: int
    reason: str
    progress: str
    next_step: str
    was_due_on: date
    decided_at: datetime | None
    decided_by: str
    granted: bool | None
    answer: str
    due_on: date | None
    told_at: datetime | None
    told_by: str
    told_how: ContactWay | None
    told_words: str

    @property
    def is_on_paper(self) -> bool:
        """Whether who decided it signed a sheet, whose scan is the proof."""
        return is_on_paper(self.decided_by)


def list_extensions(case_id: int) -> list[ExtensionRecord]:
    """In the order in which they were asked for."""
    asker = {"asked_by_id": Extension.asked_by.alias("asked_by_id")}
    names = [one.name for one in fields(ExtensionRecord)]
    columns = [asker.get(name) or getattr(Extension, name) for name in names]
    query = Extension.select(*columns).where(Extension.case == case_id)
    return rows(query.order_by(Extension.id), ExtensionRecord)


def get_extension(case_id: int, extension_id: int) -> ExtensionRecord:
    for one in list_extensions(case_id):
        if one.id == extension_id:
            return one
    raise NotFound("没有找到这次延期，请刷新后再试。")


def undecided(case_id: int) -> ExtensionRecord | None:
    """The request that waits for a second person."""
    return next((one for one in list_extensions(case_id) if one.granted is None), None)


def untold(case_id: int) -> ExtensionRecord | None:
    """The oldest that was granted and of which the citizen does not know yet."""
    found = (one for one in list_extensions(case_id) if one.granted and one.told_at is None)
    return next(found, None)


def granted(case: Case) -> list[ExtensionRecord]:
    """Those of the present round, which count."""
    found = list_extensions(case.id)
    return [one for one in found if one.granted and one.round == case.round]


def ask(case: Case, wanted: Wanted, who: Who, now: datetime) -> None:
    """Call it, and what follows, inside `saving`."""
    told = {"days": wanted.days, "reason": wanted.reason}
    told |= {"progress": wanted.progress, "next_step": wanted.next_step}
    asked = {"case": case.id, "round": case.round, "asked_at": now, "asked_by": who.id}
    quick.add(Extension, {**asked, **told, "was_due_on": case.due_on})


def grant(case: Case, by: str, answer: str, now: datetime) -> Mapping[str, Any]:
    """What changes of the case; units that had the case's own date have its new one."""
    asked: Extension = Extension.get(Extension.case == case.id, Extension.granted.is_null())
    changes = due_dates.moved(case, due_dates.for_extension(asked, now.date()))
    _decide(asked.id, by, answer, now, granted=True, due_on=changes["due_on"])
    follow(case, changes["due_on"])
    return changes


def deny(case: Case, by: str, answer: str, now: datetime) -> None:
    asked: Extension = Extension.get(Extension.case == case.id, Extension.granted.is_null())
    _decide(asked.id, by, answer, now, granted=False)


def lapse(case: Case, who: Who, now: datetime) -> None:
    """The case is taken up again with days of its own: what waited was about those of before."""
    if asked := undecided(case.id):
        _decide(asked.id, who.name, _LAPSED, now, granted=False)


def tell(extension_id: int, how: ContactWay, words: str, who: Who, at: datetime) -> None:
    """Record that the citizen knows the new date."""
    Extension.update(told_at=at, told_by=who.name, told_how=how, told_words=words).where(
        Extension.id == extension_id
    ).execute()


def _decide(extension_id: int, by: str, answer: str, now: datetime, **values: Any) -> None:
    Extension.update(decided_at=now, decided_by=by, answer=answer, **values).where(
        Extension.id == extension_id
    ).execute()
