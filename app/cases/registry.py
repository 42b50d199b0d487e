"""Cases: registering one, completing it, and correcting it so that what was is kept."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import counters, history, numbers
from app.cases import drafting
from app.cases.drafting import CaseDraft, MaterialDraft
from app.cases.lists import add_lists, keep_lists, living_shares
from app.centre import get_centre
from app.changes import Kind, saving
from app.deadlines import due_dates
from app.deadlines.calendar import due
from app.deadlines.time_rules import CaseDays, days_in_force, get_rules
from app.deadlines.workdays import Due
from app.directory import Who
from app.errors import Invalid, NotFound
from app.persons.parties import keep_party, party_draft
from app.search.finding import index_case
from models import Case, Material, Matter, quick
from models.choices import Act, Method, UnitRole

# No letter or digit that is mistaken for another when it is read out over the phone.
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 6
_PLAIN = (
    "received_at channel relation mandate problem demand trips first_applied_on answer_given "
    "nature cause grade method ask_business ask_need ask_trouble"
).split()


@dataclass(frozen=True)
class Opened:
    """What the desk needs to know of a case just registered."""

    id: int
    number: str
    check_code: str
    due_on: date


def open_case(draft: CaseDraft, who: Who, now: datetime, code: str = "") -> Opened:
    """Register a case: number, date, history and search index in one transaction.

    The check code is drawn, unless a demonstration that has to be the same every time gives it.
    """
    if found := drafting.problems(draft, now):
        raise Invalid(found)
    draft = drafting.cleaned(draft)
    with saving(Kind.CASES, Kind.PARTIES):
        number = _next_number(draft.received_at.date())
        code = code or new_check_code()
        version, days = days_in_force()
        values = _values(draft) | due_dates.reckoned(*_clock(draft, days))
        drawn = {"number": number, "check_code": code, "rules": version}
        drawn |= {"staff": who.id, "handler": who.id}
        case_id, due_on = quick.add(Case, drawn | values), values["due_on"]
        add_lists(case_id, draft)
        history.record(case_id, who, now, Act.REGISTER, opening_note(draft, due_on))
        index_case(case_id)
    return Opened(case_id, number, code, due_on)


def new_check_code(draw: Callable[[str], str] = secrets.choice) -> str:
    """What tells, together with the number, that one has the receipt in one's hand."""
    return "".join(draw(_CODE_LETTERS) for _ in range(_CODE_LENGTH))


def opening_note(draft: CaseDraft, due_on: date) -> str:
    """What the history says of the registration."""
    method = "当场办" if draft.method is Method.SPOT else draft.method.label
    return f"{draft.channel.label}登记，{method}，{due_on:%Y-%m-%d} 前答复。"


def edit_case(case_id: int, draft: CaseDraft, who: Who, now: datetime) -> list[str]:
    """Correct or complete a case; every field that changed is kept as it was. Gives their names."""
    if found := drafting.problems(draft, now):
        raise Invalid(found)
    draft = drafting.cleaned(draft)
    with saving(Kind.CASES, Kind.PARTIES):
        row = get_row(case_id)
        act = Act.COMPLETE if not row.complete and not drafting.missing(draft) else Act.EDIT
        before = drafting.in_words(draft_of(case_id))
        values = _values(draft, correcting=True) | _clock_of(row, draft)
        Case.update(values).where(Case.id == case_id).execute()
        keep_lists(case_id, draft)
        after = drafting.in_words(draft_of(case_id))
        changed = [name for name in before | after if before.get(name) != after.get(name)]
        for name in changed:
            was, is_now = before.get(name, ""), after.get(name, "")
            history.record(case_id, who, now, act, "", field=name, before=was, after=is_now)
        index_case(case_id)
    return changed


def due_of(draft: CaseDraft, case_id: int | None = None) -> tuple[Due, int]:
    """The date promised, with its reckoning, and how many working days it is; of a case that is
    corrected the date it would have then."""
    if case_id is None:
        start, days = _clock(draft, days_in_force()[1])
        return due(start, days), days
    row = get_row(case_id)
    if (clock := _moved(row, draft)) is None:
        return due_dates.as_told(row), row.due_days
    start, days = clock
    return due_dates.due_with(start, days, due_dates.additions(row)), days


def _clock(draft: CaseDraft, rules: CaseDays) -> tuple[date, int]:
    return draft.received_at.date(), rules.days_for(draft.grade, draft.nature)


def _moved(row: Case, draft: CaseDraft) -> tuple[date, int] | None:
    """From when the clock runs, and how many days, by the rules the case was made under; None
    where what it hangs on is as it was: a changed calendar moves no date by the way."""
    start, days = _clock(draft, get_rules(row.rules_id))
    if (start, draft.grade, draft.nature) == (row.received_at.date(), row.grade, row.nature):
        return None
    return (start if row.round == 1 else row.clock_from), days


def _clock_of(row: Case, draft: CaseDraft) -> dict[str, Any]:
    clock = _moved(row, draft)
    return due_dates.reckoned(*clock, due_dates.additions(row)) if clock else {}


def draft_of(case_id: int) -> CaseDraft:
    """The case as the form would show it, to complete or correct it."""
    row = get_row(case_id)
    units = living_shares(case_id)
    leads = [one.name for one in units if one.role is UnitRole.LEAD]
    return CaseDraft(
        applicant=party_draft(row.applicant),
        beneficiary=party_draft(row.beneficiary) if row.beneficiary_id else None,
        proxy=party_draft(row.proxy) if row.proxy_id else None,
        matter=row.matter.name if row.matter_id else row.matter_text,
        lead=leads[0] if leads else "",
        tried_units=tuple(one.name for one in units if one.role is UnitRole.TRIED),
        helpers=tuple(one.name for one in units if one.role is UnitRole.CO_HANDLER),
        materials=tuple(
            MaterialDraft(one.name, one.copies, one.kept)
            for one in row.materials.order_by(Material.place)
        ),
        **{name: getattr(row, name) for name in _PLAIN},
    )


def get_row(case_id: int) -> Case:
    """The stored case; NotFound if there is none."""
    row = quick.find(Case, case_id)
    if row is None:
        raise NotFound("没有找到这件办件，请刷新后再试。")
    return row


def find_id(number: str) -> int:
    """The id of a number as it is printed; NotFound if there is none."""
    found = Case.select(Case.id).where(Case.number == number.strip()).tuples().first()
    if found is None:
        raise NotFound(f"没有编号为“{number.strip()}”的办件，请核对编号。")
    return int(found[0])


def _next_number(on: date) -> str:
    centre = get_centre()
    serial = counters.take(f"case {on:%Y%m%d}")
    return numbers.render(centre.number_template, on, serial, centre.place)


def _values(draft: CaseDraft, *, correcting: bool = False) -> dict[str, Any]:
    matter = quick.find_id(Matter, name=draft.matter)
    parties = {
        role: keep_party(party, correcting=correcting) if party else None
        for role, party in draft.parties().items()
    }
    return parties | told(draft, matter)


def told(draft: CaseDraft, matter_id: int | None) -> dict[str, Any]:
    """The columns of a case that the form itself says."""
    return {
        **{name: getattr(draft, name) for name in _PLAIN},
        "matter": matter_id,
        "matter_text": "" if matter_id else draft.matter,
        "complete": not drafting.missing(draft),
    }
