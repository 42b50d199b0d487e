"""What the store holds, as JSON with keys in a fixed order."""

from typing import Any

from app.case_detail import CaseDetail
from app.case_draft import CaseDraft, MaterialDraft
from app.history import Line
from app.parties import PartyDraft

_PLAIN = MaterialDraft("")


def tell_case(case: CaseDetail) -> dict[str, Any]:
    """The keys a case is registered by, in full, and what became of it."""
    draft = case.draft
    # Where there is no proxy, the relation is the one of whom the case is for.
    of_proxy = draft.relation if draft.proxy else ""
    return {
        "number": case.number,
        "status": case.status.value,
        "due": case.due_on.isoformat(),
        "received_at": draft.received_at.isoformat(timespec="seconds"),
        "channel": draft.channel.value,
        "applicant": _party(draft.applicant),
        "beneficiary": _other(draft.beneficiary, "" if of_proxy else draft.relation),
        "proxy": _other(draft.proxy, of_proxy, always=True),
        **_matter(draft),
        "history": [_line(one) for one in reversed(case.history)],
    }


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


def _party(party: PartyDraft) -> dict[str, Any]:
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
    return {**_party(party), **related}


def _material(one: MaterialDraft) -> str | dict[str, Any]:
    """By its name alone where nothing else is to be said of it."""
    if (one.copies, one.kept) == (_PLAIN.copies, _PLAIN.kept):
        return one.name
    return {"name": one.name, "copies": one.copies, "kept": one.kept}


def _line(line: Line) -> dict[str, Any]:
    told = {
        "at": line.at.isoformat(timespec="seconds"),
        "by": line.by,
        "act": line.act.value,
        "note": line.note,
    }
    if line.field:
        told |= {"field": line.field, "before": line.before, "after": line.after}
    return told
