"""The form of a request as it stands, the request it would become, and filing it.

The form asks whether somebody cannot say yes; the request keeps whether they can.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app import drafts, typed
from app.changes import Kind, saving
from app.directory import Who
from app.errors import NotFound
from app.intake_draft import filled_of_party, moment_of, party_of
from app.persons.parties import PartyDraft
from app.visits.draft import LISTS, VisitDraft
from app.visits.requests import edit_request, request_visit
from models.choices import HalfDay, VisitCheck, VisitKind

FORM = "visit"  # what its drafts are kept under
Filled = Mapping[str, Any]  # what stands in the form by field, as JSON can hold it
_TEXTS = (
    "relation mobility care told guardian exception village address directions phone suits matter"
).split()
_TICKS = ("infectious", "same_book", "consent", "urgent")
_DAYS = ("earliest", "latest")


def request_of(filled: Filled) -> VisitDraft:
    """The request as it would be filed now. What is not filled in has the form's default."""
    said: dict[str, Any] = {name: str(filled.get(name) or "") for name in _TEXTS}
    said |= {name: bool(filled.get(name)) for name in _TICKS}
    said |= {name: _day(filled.get(name)) for name in _DAYS}
    said |= {name: tuple(filled.get(name) or ()) for name in LISTS}
    half = filled.get("half")
    asker = _asker(filled)
    return VisitDraft(
        **said | {"relation": said["relation"] if asker else ""},
        kind=VisitKind.of(filled.get("kind") or VisitKind.BUSINESS),
        case_id=filled.get("case"),
        previous_id=filled.get("previous"),
        served=party_of(filled, "served."),
        asker=asker,
        people=int(filled.get("people") or 1),
        aware=not filled.get("unaware"),
        half=HalfDay.of(half) if half else None,
        checklist=tuple(VisitCheck.of(one) for one in filled.get("checklist") or ()),
        minutes=int(filled.get("minutes") or 0) or None,
    )


def filled_of(draft: VisitDraft, *, correcting: bool = False) -> dict[str, Any]:
    """The form that would make this request again. In a correction another name is a correction
    too; else it is another person."""
    people = {"served.": draft.served, "asker.": draft.asker or PartyDraft()}
    loaded = {f"{role}loaded": one.name for role, one in people.items() if one.id}
    days = {name: getattr(draft, name) for name in _DAYS}
    return {
        **_person(draft.served, "served."),
        **_person(draft.asker or PartyDraft(), "asker."),
        **({} if correcting else loaded),
        **{name: getattr(draft, name) for name in (*_TEXTS, *_TICKS)},
        **{name: day.isoformat() if day else "" for name, day in days.items()},
        **{name: list(getattr(draft, name)) for name in LISTS},
        "kind": draft.kind.value,
        "case": draft.case_id,
        "previous": draft.previous_id,
        "people": draft.people,
        "unaware": not draft.aware,
        "half": draft.half.value if draft.half else None,
        "checklist": [one.value for one in draft.checklist],
        "minutes": draft.minutes or 0,
    } | _only_elsewhere(draft)


def by_field(problems: Mapping[str, str], filled: Filled) -> dict[str, str]:
    """What is wrong with a request, by the fields of the form: where nothing was said of the place
    and the phone of the visit, those of the persons are lacking."""
    found = dict(problems)
    if "village" in found and not typed.line(str(filled.get("village") or "")):
        found.setdefault("served.village", found.pop("village"))
    if "phone" in found and not typed.line(str(filled.get("phone") or "")):
        role = "asker" if _asker(filled) else "served"
        sentence = found.pop("phone")
        found.setdefault(f"{role}.phone", sentence)
    return found


def title_of(filled: Filled) -> str:
    """What a half-written form is called in a list: the person and the matter."""
    name = filled.get("served.name") or filled.get("served.phone") or "未填姓名"
    return f"上门 {name} · {filled.get('matter') or '未填事项'}"


def is_blank(filled: Filled) -> bool:
    """Whether nothing was filled in that would be missed; choices alone are soon made again."""
    plain = {"kind", "served.kind", "people", "half", "minutes"}
    return not any(
        value
        for name, value in filled.items()
        if name not in plain and not name.endswith("id_kind")
    )


def unfinished(who: Who, case_id: int | None) -> int | None:
    """The form this clerk wrote on last for that case, or for none, and did not file; one that is
    spoilt is left alone."""
    for one in drafts.list_drafts(FORM):
        if one.staff != who.name:
            continue
        try:
            kept = drafts.load(one.id)
        except NotFound:
            continue
        if kept.get("case") == case_id and "visit" not in kept:
            return one.id
    return None


def file_request(draft: VisitDraft, who: Who, now: datetime, draft_id: int | None = None) -> int:
    """Take the request; its draft is gone in the same transaction."""
    with saving(Kind.VISITS):
        visit_id = request_visit(draft, who, now)
        _done_with(draft_id)
    return visit_id


def correct_request(
    visit_id: int, draft: VisitDraft, who: Who, now: datetime, draft_id: int | None = None
) -> None:
    """Correct it; its draft is gone in the same transaction."""
    with saving(Kind.VISITS):
        edit_request(visit_id, draft, who, now)
        _done_with(draft_id)


def _done_with(draft_id: int | None) -> None:
    if draft_id is not None:
        drafts.discard(draft_id)


def _asker(filled: Filled) -> PartyDraft | None:
    """Of somebody else than the one the form was filled from, nothing is known that it hides."""
    found = party_of(filled, "asker.")
    if found.id is None and filled.get("asker.id"):
        found = replace(found, village="", address="", needs=())
    return found if found else None


def _person(party: PartyDraft, prefix: str) -> dict[str, Any]:
    told = filled_of_party(party) | {"kind": party.kind.value}
    return {f"{prefix}{name}": one for name, one in told.items()}


def _only_elsewhere(draft: VisitDraft) -> dict[str, str]:
    """The form says of the visit's place and phone only what is not the person's own."""
    served, asker = draft.served, draft.asker or draft.served
    at_home = (draft.village, draft.address) == (served.village, served.address)
    found = {"phone": "" if draft.phone in (served.phone, asker.phone) else draft.phone}
    return found | ({"village": "", "address": ""} if at_home else {})


def _day(text: Any) -> date | None:
    found = moment_of(text)
    return found.date() if found else None
