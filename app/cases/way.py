"""The way a case has gone so far: its units, its dates, its rounds, its end."""

from dataclasses import dataclass
from datetime import date, datetime

from app.cases.registry import get_row
from app.cases.settled import CaseRecord, list_records
from app.deadlines.extensions import ExtensionRecord, list_extensions
from app.deadlines.pauses import PauseRecord, list_pauses
from app.records.closings import Concluded, list_closings
from app.records.contacts import Spoken, list_contacts
from app.records.households import HouseholdRow, list_households
from app.records.ratings import Rated, list_ratings
from app.records.refusals import RefusalRecord, list_refusals
from models import CaseUnit
from models.choices import Ending, ShareState, UnitRole


@dataclass(frozen=True, kw_only=True)
class ShareRow:
    """What one unit was given and what came of it; of one that was tried before, its name."""

    unit: str
    role: UnitRole
    state: ShareState
    item: str
    sent_at: datetime | None
    sign_by: date | None
    due_on: date | None
    signed_at: datetime | None
    signed_by: str
    contacted_at: datetime | None
    replied_at: datetime | None
    reply: str
    whole: bool | None
    basis_cited: bool | None
    returned_at: datetime | None
    return_reason: str


@dataclass(frozen=True, kw_only=True)
class CaseWay:
    handler: str
    origin: str  # the number of the case it came of
    clock_from: date
    due_days: int
    added_days: int
    provisional: bool
    first_unit: str
    units: tuple[ShareRow, ...]
    sorted_at: datetime | None
    paused_at: datetime | None
    escalated_at: datetime | None
    round: int
    ending: Ending | None
    result: str
    trips_after: int | None
    end_asks: tuple[str | None, ...]
    concluded_at: datetime | None
    inform_by: date | None
    informed_at: datetime | None
    follow_up_by: date | None
    followed_up_at: datetime | None
    archived_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class CaseTrail:
    """What was kept of it beside its history: of each the newest first."""

    pauses: tuple[PauseRecord, ...]
    extensions: tuple[ExtensionRecord, ...]
    refusals: tuple[RefusalRecord, ...]
    rounds: tuple[Concluded, ...]
    contacts: tuple[Spoken, ...]
    ratings: tuple[Rated, ...]
    records: tuple[CaseRecord, ...]
    households: tuple[HouseholdRow, ...]


def get_way(case_id: int) -> CaseWay:
    row = get_row(case_id)
    return CaseWay(
        handler=row.handler.name,
        origin=row.origin.number if row.origin_id else "",
        clock_from=row.clock_from,
        due_days=row.due_days,
        added_days=row.added_days,
        provisional=row.due_provisional,
        first_unit=row.first_unit,
        units=tuple(_share(one) for one in row.units.order_by(CaseUnit.place, CaseUnit.id)),
        sorted_at=row.sorted_at,
        paused_at=row.paused_at,
        escalated_at=row.escalated_at,
        round=row.round,
        ending=row.ending,
        result=row.result,
        trips_after=row.trips_after,
        end_asks=(row.end_business, row.end_need, row.end_trouble),
        concluded_at=row.concluded_at,
        inform_by=row.inform_by,
        informed_at=row.informed_at,
        follow_up_by=row.follow_up_by,
        followed_up_at=row.followed_up_at,
        archived_at=row.archived_at,
    )


def get_trail(case_id: int, today: date) -> CaseTrail:
    """`today` tells which decisions are late."""
    return CaseTrail(
        pauses=tuple(list_pauses(case_id)),
        extensions=tuple(list_extensions(case_id)),
        refusals=tuple(list_refusals(case_id)),
        rounds=tuple(list_closings(case_id)),
        contacts=tuple(list_contacts(case_id)),
        ratings=tuple(list_ratings(case_id)),
        records=tuple(list_records(case_id, today)),
        households=tuple(list_households(case_id)),
    )


def _share(one: CaseUnit) -> ShareRow:
    return ShareRow(
        unit=one.name,
        role=one.role,
        state=one.state,
        item=one.item,
        sent_at=one.sent_at,
        sign_by=one.sign_by,
        due_on=one.due_on,
        signed_at=one.signed_at,
        signed_by=one.signed_by,
        contacted_at=one.contacted_at,
        replied_at=one.replied_at,
        reply=one.reply,
        whole=one.whole,
        basis_cited=one.basis_cited,
        returned_at=one.returned_at,
        return_reason=one.return_reason,
    )
