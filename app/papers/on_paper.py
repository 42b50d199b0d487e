"""What several papers say alike: who stands behind them, whom and what they are about."""

from datetime import date
from typing import Any

from app.cases.drafting import CaseDraft
from app.centre import get_centre
from app.persons import identity, masks
from app.persons.parties import PartyDraft
from app.sheets import Centre, Material, Person
from models import Case
from models.choices import IdKind, PartyKind


def case_head(case: Case) -> dict[str, Any]:
    """What every numbered paper of a case carries; its number and time come with its issue."""
    return {
        "centre": centre_on_paper(),
        "number": "",
        "issued_at": case.received_at,
        "handled_by": case.handler.name,
        "case_number": case.number,
        "matter": case.matter.name if case.matter_id else case.matter_text,
    }


def centre_on_paper() -> Centre:
    centre = get_centre()
    return Centre(
        name=centre.name,
        window=centre.window,
        address=centre.address,
        hours=centre.hours,
        phone=centre.phone,
        supervision=centre.supervision,
    )


def person_on_paper(party: PartyDraft) -> Person:
    """The name in full, for it is their own paper; the ID number always masked."""
    return Person(
        name=party.name,
        phone=party.phone,
        masked_phone=masks.phone(party.phone),
        id_kind=party.id_kind.label if party.id_number else "",
        id_number=masks.id_number(party.id_number),
        address=" ".join(part for part in (party.village, party.address) if part),
    )


def materials_on_paper(draft: CaseDraft) -> tuple[Material, ...]:
    return tuple(Material(one.name, one.copies, one.kept) for one in draft.materials)


def served_in_words(draft: CaseDraft, on: date) -> str:
    """Whom the case is for, where that is not the one who asks: name, relation and age."""
    if draft.beneficiary is None:
        return ""
    known = [draft.relation, _age(draft.beneficiary, on)]
    about = "，".join(part for part in known if part)
    return f"{draft.beneficiary.name}（{about}）" if about else draft.beneficiary.name


def proxy_in_words(draft: CaseDraft) -> str:
    if draft.proxy is None:
        return ""
    return "，".join(part for part in (draft.proxy.name, draft.mandate) if part)


def _age(party: PartyDraft, on: date) -> str:
    if party.kind is PartyKind.ORGANISATION or party.id_kind is not IdKind.RESIDENT:
        return ""
    if not party.id_number:
        return ""
    born = identity.read_resident(party.id_number, on)
    return f"{identity.age(born.born, on)}岁" if born and born.born else ""
