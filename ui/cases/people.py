"""The people of a case in words: covered as a rule, in full when somebody is to be called."""

from collections.abc import Iterator

from app.cases.detail import CaseDetail, shown_name
from app.persons import masks
from app.persons.parties import LABELS, PartyDraft
from models.choices import IdKind, PartyKind
from ui.cases.facts import Fact

BETWEEN = "  ·  "


def in_one_line(detail: CaseDetail, *, covered: bool) -> str:
    """Who is served, who asks for them, where, and how to reach them."""
    draft = detail.draft
    one, served = draft.applicant, draft.beneficiary or draft.applicant
    asks = f"（反映人 {_name(one, covered=covered)}）" if served is not one else ""
    parts = (
        f"{_name(served, covered=covered)}{asks}",
        served.village or one.village,
        _phone(one, covered=covered),
        f"跑了 {draft.trips} 次" if draft.trips else "",
    )
    return BETWEEN.join(part for part in parts if part)


def everyone(detail: CaseDetail, *, covered: bool) -> Iterator[Fact]:
    """Each of them with number, phone and address."""
    draft = detail.draft
    relation = f"（{draft.relation}）" if draft.relation else ""
    mandate = f"，{draft.mandate}" if draft.mandate else ""
    yield "反映人", _in_full(draft.applicant, covered=covered)
    if draft.beneficiary:
        yield "服务对象", _in_full(draft.beneficiary, covered=covered, after=relation)
    if draft.proxy:
        yield "代办人", _in_full(draft.proxy, covered=covered, after=mandate)


def covered_change(field: str, text: str) -> str:
    """A value of the history, masked where the field tells who somebody is."""
    for name, mask in (
        (LABELS["name"], masks.name),
        (LABELS["id_number"], masks.id_number),
        (LABELS["phone"], masks.phone),
        (LABELS["address"], masks.address),
    ):
        if field.endswith(name):
            return mask(text)
    return text


def _in_full(party: PartyDraft, *, covered: bool, after: str = "") -> str:
    number = masks.id_number(party.id_number) if covered else party.id_number
    address = masks.address(party.address) if covered else party.address
    reached = (f"{_name(party, covered=covered)}{after}", _phone(party, covered=covered))
    known = (
        f"{_id_kind(party)} {number}" if number else "",
        f"{party.village} {address}".strip(),
        "、".join(need.label for need in party.needs),
    )
    lines = (BETWEEN.join(part for part in parts if part) for parts in (reached, known))
    return "\n".join(line for line in lines if line)


def _id_kind(party: PartyDraft) -> str:
    if party.kind is PartyKind.ORGANISATION:
        return IdKind.CREDIT_CODE.label
    return party.id_kind.label


def _name(party: PartyDraft, *, covered: bool) -> str:
    return shown_name(party) if covered else party.name


def _phone(party: PartyDraft, *, covered: bool) -> str:
    return masks.phone(party.phone) if covered else party.phone
