"""A case written as JSON: read, with everything that is wrong with it named at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from app import typed
from app.case_draft import CaseDraft, problems
from app.errors import Invalid
from app.parties import PartyDraft
from ui.command_line.values import CASE, CHINA, PARTY, Convert, Wrong, text

ROLES = ("applicant", "beneficiary", "proxy")


@dataclass
class Reading:
    """What could be read so far, and what was wrong, by the name of its key."""

    now: datetime  # as the clock on the wall shows it
    found: dict[str, str] = field(default_factory=dict)

    def values(
        self, raw: Mapping[str, Any], known: Mapping[str, Convert], prefix: str = ""
    ) -> dict[str, Any]:
        """The values of the keys that are known and right; null says the same as nothing."""
        read = {}
        for name, value in raw.items():
            if name not in known:
                self.found[prefix + _shown(name)] = _unknown(name, known)
            elif value is not None:
                try:
                    read[name] = known[name](value)
                except Wrong as wrong:
                    self.found[prefix + name] = str(wrong)
        return read

    def party(self, raw: object, role: str) -> dict[str, Any]:
        if raw is None:
            return {}
        if not isinstance(raw, dict):
            self.found[role] = "要写成一对花括号 {} 里的各项。"
            return {}
        keys = PARTY if role == "applicant" else {**PARTY, "relation": text}
        read = self.values(raw, keys, f"{role}.")
        if read and role != "applicant" and not PartyDraft(**_without(read, "relation")):
            self.found.setdefault(f"{role}.name", "请填写姓名。")  # else it would be left out
        return read

    def received_at(self, moment: datetime, clock: datetime) -> datetime:
        """The hour on the wall; of another zone it is brought to China's.

        A computer whose own zone is another must not take an hour that has passed for a later one.
        """
        if moment.tzinfo is None:
            return moment
        there = moment.astimezone(CHINA).replace(tzinfo=None)
        if moment <= clock:
            self.now = max(self.now, there)
        return there


def read_case(raw: Mapping[str, Any], clock: datetime) -> tuple[CaseDraft, datetime]:
    """The case, and what the time is by its reckoning; an Invalid that names all that is wrong.

    `clock` is the present moment and knows its zone.
    """
    reading = Reading(clock.replace(tzinfo=None))
    people = {role: reading.party(raw.get(role), role) for role in ROLES}
    relations = list(
        dict.fromkeys(filter(None, (one.pop("relation", "") for one in people.values())))
    )
    if len(relations) > 1:
        reading.found["proxy.relation"] = "与 beneficiary.relation 不同，请只写一处。"
    values = reading.values(_without(raw, *ROLES), CASE)
    moment = values.pop("received_at", reading.now.replace(microsecond=0))
    drafts = {role: PartyDraft(**one) for role, one in people.items()}
    draft = CaseDraft(
        received_at=reading.received_at(moment, clock),
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


def in_one_sentence(wrong: Invalid) -> str:
    """Every key with what is wrong with it."""
    each = (f"{name} {sentence.rstrip('。')}" for name, sentence in wrong.problems.items())
    return f"没有登记，请改正：{'；'.join(each)}。"


def _without(raw: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if name not in names}


def _unknown(name: str, known: Mapping[str, Convert]) -> str:
    close = get_close_matches(name, known, 1)
    return f"没有这一项，是不是 {close[0]}？" if close else "没有这一项。"


def _shown(name: str) -> str:
    """A key as it was written, as far as it fits a sentence."""
    clean = typed.line(name)
    return clean if 0 < len(clean) <= 40 else f"“{clean[:40]}”"
