"""Persons and organisations: what is asked of them, and keeping each of them once."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from app import typed
from app.persons import identity
from app.persons.names import initials, normalise
from app.search.finding import index_party
from models import Party, Village, labels, quick
from models.choices import IdKind, Need, PartyKind

LABELS = labels(Party)
_LIMITS = {"name": 60, "village": 40, "address": 120}
_initials = lru_cache(10_000)(initials)  # reading a name takes longer than writing it


@dataclass(frozen=True, kw_only=True)
class PartyDraft:
    """A person or organisation as filled in. A village that is not in the list is kept as text."""

    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    id_kind: IdKind = IdKind.RESIDENT
    id_number: str = ""
    phone: str = ""
    village: str = ""
    address: str = ""
    needs: tuple[Need, ...] = ()
    id: int | None = None  # of the party the one box found

    def __bool__(self) -> bool:
        """Whether anything was filled in that tells of someone."""
        return any((self.id, self.name.strip(), self.id_number.strip(), self.phone.strip()))


def problems(draft: PartyDraft, today: date) -> dict[str, str]:
    """Every rule a party must meet, by field; what is left out is no problem but the name is."""
    found = typed.broken(draft, _LIMITS) | typed.overlong(draft, _LIMITS)
    if not typed.line(draft.name):
        person = draft.kind is PartyKind.PERSON
        found["name"] = "请填写姓名。" if person else "请填写企业名称。"
    if typed.line(draft.phone) and (sentence := typed.phone_problem(draft.phone)):
        found["phone"] = sentence
    if typed.line(draft.id_number):
        kind = id_kind(draft)
        if sentence := identity.problem(kind, draft.id_number, today):
            found["id_number"] = sentence
    return found


def id_kind(draft: PartyDraft) -> IdKind:
    """An organisation that gives a number gives its credit code (统一社会信用代码)."""
    organisation = draft.kind is PartyKind.ORGANISATION
    if organisation and draft.id_kind is IdKind.RESIDENT:
        return IdKind.CREDIT_CODE
    return draft.id_kind


def keep_party(draft: PartyDraft, *, correcting: bool = False) -> int:
    """Give the party's id: the one the form was filled from, a namesake of the same number, or new.

    The draft has been cleaned, as its case or visit was.
    What is new about a known party is written over what was known, and an empty field wipes
    nothing. A correction is of the party the form was filled from, whatever it is now called.
    Call it inside a `saving` of parties.
    """
    values = told(draft, quick.find_id(Village, name=draft.village) if draft.village else None)
    known = quick.find_row(Party, draft.id) if correcting and draft.id else None
    if known is None:
        known = _known(draft, values)
        if known is not None:
            values = _said(values)
    if known is None:
        return quick.add(Party, values)
    changed = {name: one for name, one in values.items() if known[name] != one}
    if changed:
        Party.update(changed).where(Party.id == known["id"]).execute()
        index_party(known["id"])
    return int(known["id"])


def party_draft(party: Party) -> PartyDraft:
    """The stored party as a form would show it."""
    return PartyDraft(
        kind=party.kind,
        name=party.name,
        id_kind=party.id_kind,
        id_number=party.id_number,
        phone=party.phone,
        village=party.village.name if party.village_id else party.village_text,
        address=party.address,
        needs=needs_of(party.needs),
        id=party.id,
    )


def needs_of(codes: str) -> tuple[Need, ...]:
    return tuple(Need.of(code) for code in codes.split(",") if code)


def cleaned(draft: PartyDraft) -> PartyDraft:
    """As it will be stored: digits in half width, an old 15-digit number brought to 18."""
    kind = id_kind(draft)
    return replace(
        draft,
        name=typed.line(draft.name),
        id_kind=kind,
        id_number=identity.canonical(kind, draft.id_number),
        phone=typed.phone(draft.phone),
        village=typed.line(draft.village),
        address=typed.line(draft.address),
    )


def told(clean: PartyDraft, village_id: int | None) -> dict[str, Any]:
    """The columns of a party whose fields have been cleaned."""
    name = normalise(clean.name)
    return {
        "kind": clean.kind,
        "name": name,
        "name_raw": clean.name if clean.name != name else "",
        "initials": _initials(name),
        "id_kind": clean.id_kind,
        "id_number": clean.id_number,
        "phone": clean.phone,
        "village": village_id,
        "village_text": "" if village_id else clean.village,
        "address": clean.address,
        "needs": ",".join(need.value for need in clean.needs),
    }


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Only what was filled in; of the two columns of a village both or none."""
    village = ("village", "village_text")
    kept = village if any(values[name] for name in village) else ()
    return {name: value for name, value in values.items() if value or name in kept}


def _known(draft: PartyDraft, values: dict[str, Any]) -> dict[str, Any] | None:
    """Whom the form was filled from, unless another name was typed over it; else a namesake
    with the same number, or where no number was given the same phone."""
    name, found = values["name"], None
    if draft.id is not None:
        found = quick.find_id(Party, id=draft.id, name=name)
    if found is None and values["id_number"]:
        found = quick.find_id(Party, name=name, id_number=values["id_number"])
    elif found is None and values["phone"]:
        found = quick.find_id(Party, name=name, phone=values["phone"])
    return quick.find_row(Party, found) if found else None
