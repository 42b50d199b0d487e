"""The papers of what is kept for a case: its households, who shares a duty, what is held."""

from collections import Counter

from app import money
from app.cases.registry import draft_of, get_row
from app.papers.on_paper import case_head, person_on_paper
from app.persons import masks
from app.records.custody import what_is_held
from app.records.households import list_households, progress
from app.records.shares import given_shares
from app.sheets.custody import CustodySheet, Held
from app.sheets.group import GroupSheet, Household
from app.sheets.liability import ExemptionSheet, Share
from models import Custody, Exemption, HeldThing, SharedDuty
from models.choices import HouseholdState


def groups(case_id: int) -> list[tuple[int, str]]:
    """The one list of a case that has households."""
    return [(0, "")] if list_households(case_id) else []


def exemptions(case_id: int) -> list[tuple[int, str]]:
    query = Exemption.select().where(Exemption.case == case_id).order_by(Exemption.id)
    return [(one.id, f"{one.decided_on:%Y-%m-%d} {one.decided_by}") for one in query]


def custodies(case_id: int) -> list[tuple[int, str]]:
    query = Custody.select().where(Custody.case == case_id).order_by(Custody.id)
    return [(one.id, what_is_held(one)) for one in query]


def group_sheet(case_id: int, _about: int) -> GroupSheet:
    households = list_households(case_id)
    units = (f"{one.name}（{one.role.label}）" for one in given_shares(case_id))
    counted = Counter(one.state for one in households)
    return GroupSheet(
        **case_head(get_row(case_id)),
        units="；".join(units),
        households=tuple(
            Household(masks.name(one.name), one.house, one.papers, one.state.label, one.receipt)
            for one in households
        ),
        done=progress(case_id)[0],
        done_word=HouseholdState.DONE.label,
        states=tuple((one.label, counted[one]) for one in HouseholdState if counted[one]),
    )


def exemption_sheet(case_id: int, exemption_id: int) -> ExemptionSheet:
    row = Exemption.get_by_id(exemption_id)
    said = "difficulty decision decided_by decided_on procedure risk".split()
    return ExemptionSheet(
        **case_head(get_row(case_id)),
        **{name: getattr(row, name) for name in said},
        basis=tuple(filter(None, row.basis.split("\n"))),
        shares=tuple(
            Share(one.unit, one.duty, one.person) for one in row.duties.order_by(SharedDuty.id)
        ),
        scans=tuple(filter(None, row.scans.split("\n"))),
    )


def custody_sheet(case_id: int, custody_id: int) -> CustodySheet:
    row = Custody.get_by_id(custody_id)
    return CustodySheet(
        **case_head(get_row(case_id)),
        owner=person_on_paper(draft_of(case_id).applicant),
        amount=money.in_figures(row.fen) if row.fen else "",
        amount_in_words=money.in_words(row.fen) if row.fen else "",
        things=tuple(
            Held(one.name, one.count, one.marks) for one in row.things.order_by(HeldThing.id)
        ),
        purpose=row.purpose,
        return_when=row.return_when,
        return_by=row.return_by,
        keeper=row.keeper,
        witness=row.witness,
        returned_on=row.returned_at.date() if row.returned_at else None,
        returned_to=row.returned_to,
        returned_by=row.returned_by,
        return_witness=row.return_witness,
    )
