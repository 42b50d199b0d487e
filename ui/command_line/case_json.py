"""A case written as JSON: read, with everything that is wrong with it named at once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.cases.drafting import CaseDraft, problems
from app.errors import Invalid
from app.persons.parties import PartyDraft
from ui.command_line.reading import Reading
from ui.command_line.values import CASE, PARTY, Convert, text

ROLES = ("applicant", "beneficiary", "proxy")


def read_case(raw: Mapping[str, Any], clock: datetime) -> tuple[CaseDraft, datetime]:
    """The case, and what the time is by its reckoning; an Invalid that names all that is wrong.

    `clock` is the present moment and knows its zone.
    """
    reading = Reading(clock.replace(tzinfo=None))
    people = {role: read_party(reading, raw.get(role), role, _keys(role)) for role in ROLES}
    relations = list(
        dict.fromkeys(filter(None, (one.pop("relation", "") for one in people.values())))
    )
    if len(relations) > 1:
        reading.found["proxy.relation"] = "与 beneficiary.relation 不同，请只写一处。"
    values = reading.values(_without(raw, *ROLES), CASE)
    moment = values.pop("received_at", reading.now.replace(microsecond=0))
    drafts = {role: PartyDraft(**one) for role, one in people.items()}
    draft = CaseDraft(
        received_at=reading.on_the_wall(moment, clock),
        applicant=drafts["applicant"],
        beneficiary=drafts["beneficiary"] or None,
        proxy=drafts["proxy"] or None,
        relation="".join(relations[:1]),
        **values,
    )
    found = reading.found | {
        name: sentence
        for name, sentence in problems(draft, reading.now).items()
        if not {name, name.partition(".")[0]} & reading.found.keys()
    }
    if found:
        raise Invalid(found)
    return draft, reading.now


def read_party(
    reading: Reading, raw: object, role: str, keys: Mapping[str, Convert]
) -> dict[str, Any]:
    """The fields of a person who has that role; none where there is nobody."""
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        reading.found[role] = "要写成一对花括号 {} 里的各项。"
        return {}
    read = reading.values(raw, keys, f"{role}.")
    if read and role != "applicant" and not PartyDraft(**_without(read, "relation")):
        reading.found.setdefault(f"{role}.name", "请填写姓名。")  # else it would be left out
    return read


def _keys(role: str) -> Mapping[str, Convert]:
    return PARTY if role == "applicant" else {**PARTY, "relation": text}


def _without(raw: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if name not in names}
