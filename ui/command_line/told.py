"""What the store holds, as JSON with keys in a fixed order."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from app.cases.case_list import CaseRow
from app.cases.detail import CaseDetail
from app.cases.drafting import CaseDraft, MaterialDraft
from app.cases.way import CaseTrail, CaseWay
from app.history import Line
from app.persons.parties import PartyDraft

_PLAIN = MaterialDraft("")


def tell_case(case: CaseDetail, way: CaseWay, trail: CaseTrail) -> dict[str, Any]:
    """The keys a case is registered by, in full, and what became of it."""
    draft = case.draft
    # Where there is no proxy, the relation is the one of whom the case is for.
    of_proxy = draft.relation if draft.proxy else ""
    return {
        "number": case.number,
        "status": case.status.value,
        "due": case.due_on.isoformat(),
        "received_at": plain(draft.received_at),
        "channel": draft.channel.value,
        "applicant": tell_party(draft.applicant),
        "beneficiary": _other(draft.beneficiary, "" if of_proxy else draft.relation),
        "proxy": _other(draft.proxy, of_proxy, always=True),
        **_matter(draft),
        "way": {**plain(way), **plain(trail)},
        "history": [_line(one) for one in reversed(case.history)],
    }


def tell_row(row: CaseRow) -> dict[str, Any]:
    """A case of a list, its person masked, with what it waits for."""
    return {
        "number": row.number,
        "person": row.person,
        "matter": row.matter,
        "status": row.status.value,
        "due": row.due_on.isoformat(),
        "units": list(row.units),
        "paused": row.paused,
        "move": row.step.value if row.step else None,
    }


def plain(value: Any) -> Any:
    """A record with its fields as keys, a choice by its code, a day or a moment as ISO has it."""
    if is_dataclass(value):
        names = [one.name for one in fields(value) if not _is_inside(one.name)]
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _is_inside(name: str) -> bool:
    """Whether it means something within the store alone."""
    return name == "id" or name.endswith("_id")


def _matter(draft: CaseDraft) -> dict[str, Any]:
    return {
        "matter": draft.matter,
        "problem": draft.problem,
        "demand": draft.demand,
        "trips": draft.trips,
        "tried_units": list(draft.tried_units),
        "answer_given": draft.answer_given,
        "nature": draft.nature.value if draft.nature else None,
        "cause": draft.cause.value if draft.cause else None,
        "grade": draft.grade.value,
        "method": draft.method.value,
        "materials": [_material(one) for one in draft.materials],
    }


def tell_party(party: PartyDraft) -> dict[str, Any]:
    """A person in full, by the keys they are written with."""
    return {
        "kind": party.kind.value,
        "name": party.name,
        "id_kind": party.id_kind.value,
        "id_number": party.id_number,
        "phone": party.phone,
        "village": party.village,
        "address": party.address,
        "needs": [need.value for need in party.needs],
    }


def _other(
    party: PartyDraft | None, relation: str, *, always: bool = False
) -> dict[str, Any] | None:
    if party is None:
        return None
    related = {"relation": relation} if relation or always else {}
    return {**tell_party(party), **related}


def _material(one: MaterialDraft) -> str | dict[str, Any]:
    """By its name alone where nothing else is to be said of it."""
    if (one.copies, one.kept) == (_PLAIN.copies, _PLAIN.kept):
        return one.name
    return {"name": one.name, "copies": one.copies, "kept": one.kept}


def _line(line: Line) -> dict[str, Any]:
    told = {
        "at": plain(line.at),
        "by": line.by,
        "act": line.act.value,
        "note": line.note,
    }
    if line.field:
        told |= {"field": line.field, "before": line.before, "after": line.after}
    return told
