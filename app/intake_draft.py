"""The intake form as it stands, and the case it would become.

The form asks who stands at the desk and whom it is for; a case has an applicant and perhaps
someone who is served and someone who acts for them.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from app import typed
from app.cases.drafting import CaseDraft, MaterialDraft
from app.persons.parties import PartyDraft
from app.receptions import ReceptionRow
from models.choices import Cause, Channel, Choice, Grade, IdKind, Method, Nature, Need, PartyKind

FORM = "case"  # what its drafts are kept under
Filled = Mapping[str, Any]  # what stands in the form by field, as JSON can hold it
_PERSON = ("name", "id_kind", "id_number", "phone", "village", "address")
_TEXTS = ("relation", "mandate", "matter", "problem", "demand", "answer_given", "lead")
_ASKS = ("ask_business", "ask_need", "ask_trouble")


class Comer(Choice):
    """Who stands at the desk. Someone who asks for his wife asks as himself (本人)."""

    SELF = "self", "本人"
    PROXY = "proxy", "代办人"
    ORGANISATION = "organisation", "企业"


# Whom `person` (at the desk; of an enterprise, the enterprise) and `other` stand for in a case.
ROLES = {
    Comer.SELF: ("applicant", "beneficiary"),
    Comer.PROXY: ("proxy", "applicant"),
    Comer.ORGANISATION: ("applicant", "proxy"),
}


def case_of(filled: Filled, now: datetime) -> CaseDraft:
    """The case as it would be registered now. What is not filled in has the form's default."""
    comer = Comer.of(filled.get("comer") or Comer.SELF)
    person, other = ROLES[comer]
    parties: dict[str, PartyDraft | None] = {}
    if third := filled.get("third"):
        parties[third["role"]] = party_of(third, "")
    parties[other] = party_of(filled, "other.") or None
    parties[person] = party_of(filled, "person.")
    if comer is Comer.ORGANISATION and (one := parties[person]):
        parties[person] = replace(one, kind=PartyKind.ORGANISATION)
    texts: dict[str, Any] = {name: str(filled.get(name) or "") for name in _TEXTS}
    asks: dict[str, Any] = {name: filled.get(name) for name in _ASKS}
    return CaseDraft(
        applicant=parties.get("applicant") or PartyDraft(),
        beneficiary=parties.get("beneficiary"),
        proxy=parties.get("proxy"),
        **texts,
        **asks,
        received_at=moment_of(filled.get("received_at")) or now,
        channel=Channel.of(filled.get("channel") or Channel.COUNTER),
        nature=Nature.of(code) if (code := filled.get("nature")) else None,
        cause=Cause.of(code) if (code := filled.get("cause")) else None,
        grade=Grade.of(filled.get("grade") or Grade.GENERAL),
        method=Method.of(filled.get("method") or Method.TRANSFER),
        trips=int(filled.get("trips") or 0),
        first_applied_on=_day(filled.get("first_applied_on")),
        tried_units=tuple(filled.get("tried_units") or ()),
        helpers=tuple(filled.get("helpers") or ()),
        materials=tuple(MaterialDraft(**one) for one in filled.get("materials") or ()),
    )


def filled_of(draft: CaseDraft) -> dict[str, Any]:
    """The form that would make this case again; of three parties one is carried along unseen."""
    if draft.applicant.kind is PartyKind.ORGANISATION:
        comer = Comer.ORGANISATION
    else:
        comer = Comer.PROXY if draft.proxy else Comer.SELF
    parties = draft.parties()
    person, other = (parties.pop(role) or PartyDraft() for role in ROLES[comer])
    third = [{"role": role, **_said(one, "")} for role, one in parties.items() if one]
    first = draft.first_applied_on
    return {
        "comer": comer.value,
        **_said(person, "person."),
        **_said(other, "other."),
        "third": third[0] if third else None,
        **{name: getattr(draft, name) for name in (*_TEXTS, *_ASKS, "trips")},
        "received_at": draft.received_at.isoformat(),
        "first_applied_on": first.isoformat() if first else "",
        "channel": draft.channel.value,
        "nature": draft.nature.value if draft.nature else None,
        "cause": draft.cause.value if draft.cause else None,
        "grade": draft.grade.value,
        "method": draft.method.value,
        "tried_units": list(draft.tried_units),
        "helpers": list(draft.helpers),
        "materials": [asdict(one) for one in draft.materials],
    }


def filled_from(reception: ReceptionRow) -> dict[str, Any]:
    """What a reception already tells of the case it becomes."""
    return {
        "person.name": reception.name,
        "person.phone": reception.phone,
        "problem": reception.asked,
        "answer_given": reception.answered,
        "channel": reception.channel.value,
        "received_at": reception.at.isoformat(),
    }


def by_field(problems: Mapping[str, str], filled: Filled) -> dict[str, str]:
    """What is wrong with a case, by the fields of the form it came from."""
    comer = Comer.of(filled.get("comer") or Comer.SELF)
    person, other = ROLES[comer]
    places = {person: "person", other: "other"}
    found = {}
    for name, sentence in problems.items():
        role, dot, field = name.partition(".")
        found[f"{places[role]}.{field}" if dot and role in places else name] = sentence
    unreachable = comer is Comer.PROXY and not typed.line(str(filled.get("other.phone") or ""))
    if unreachable and "other.phone" in found:  # the one at the desk is asked, who has one at hand
        sentence = found.pop("other.phone")
        found.setdefault("person.phone", sentence)
    return found


def title_of(filled: Filled) -> str:
    """What a half-written form is called in a list: the person and the matter."""
    name = filled.get("person.name") or filled.get("person.phone") or "未填姓名"
    matter = filled.get("matter") or filled.get("problem") or filled.get("demand") or "未填事项"
    return f"{name} · {matter}"


def is_blank(filled: Filled) -> bool:
    """Whether nothing was filled in that would be missed; choices alone are soon made again."""
    plain = {"comer", "channel", "grade", "method", "nature", "cause", "due", "speed"}
    return not any(
        value
        for name, value in filled.items()
        if name not in plain and not name.endswith("id_kind")
    ) and all(filled.get(name) is None for name in _ASKS)


def party_of(filled: Filled, prefix: str) -> PartyDraft:
    """Another name typed over the one that was found is another person."""
    loaded = filled.get(f"{prefix}loaded")
    renamed = loaded is not None and loaded != typed.line(str(filled.get(f"{prefix}name") or ""))
    return PartyDraft(
        kind=PartyKind.of(filled.get(f"{prefix}kind") or PartyKind.PERSON),
        name=str(filled.get(f"{prefix}name") or ""),
        id_kind=IdKind.of(filled.get(f"{prefix}id_kind") or IdKind.RESIDENT),
        id_number=str(filled.get(f"{prefix}id_number") or ""),
        phone=str(filled.get(f"{prefix}phone") or ""),
        village=str(filled.get(f"{prefix}village") or ""),
        address=str(filled.get(f"{prefix}address") or ""),
        needs=tuple(Need.of(code) for code in filled.get(f"{prefix}needs") or ()),
        id=None if renamed else filled.get(f"{prefix}id"),
    )


def filled_of_party(party: PartyDraft) -> dict[str, Any]:
    """Someone who was here before, as the form shows them."""
    return _said(party, "")


def _said(party: PartyDraft, prefix: str) -> dict[str, Any]:
    texts = {f"{prefix}{name}": str(getattr(party, name)) for name in _PERSON}
    needs = [need.value for need in party.needs]
    return {**texts, f"{prefix}needs": needs, f"{prefix}id": party.id}


def moment_of(text: Any) -> datetime | None:
    """As the form keeps it; what is no moment counts as not filled in, and the form says so."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def _day(text: Any) -> date | None:
    found = moment_of(text)
    return found.date() if found else None
