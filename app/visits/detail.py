"""One visit in full, as its page and its papers show it."""

from dataclasses import dataclass
from datetime import date, datetime

from app.cases.detail import shown_name
from app.persons import masks
from app.visits import diary
from app.visits.booked import TAKEN
from app.visits.crews import HelperEntry, KitEntry, helpers_of, kits_of
from app.visits.diary import Entry
from app.visits.draft import Eligibility, VisitDraft, eligibility
from app.visits.requests import draft_of, get_row
from app.visits.rules import visit_rules
from models import Visit, VisitFile, VisitHelper, VisitKit, rows
from models.choices import Delivery, HalfDay, VisitOutcome, VisitStatus


@dataclass(frozen=True, kw_only=True)
class Planned:
    """When, with whom and with what; `exact` where the hour was promised and not the half day."""

    starts_at: datetime
    ends_at: datetime
    half: HalfDay
    exact: bool
    way_minutes: int
    way_from: str
    crew: tuple[HelperEntry, ...]
    kits: tuple[KitEntry, ...]

    @property
    def in_words(self) -> str:
        """As the citizen is told: 11月25日（周三）上午, or with the hour that was promised."""
        day = self.starts_at
        weekday = "一二三四五六日"[day.weekday()]
        when = f"{day:%H:%M}" if self.exact else ""
        return f"{day.month}月{day.day}日（周{weekday}）{self.half.label}{when}"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came of it."""

    outcome: VisitOutcome
    note: str
    arrived_at: datetime | None
    left_at: datetime | None
    taken: tuple[str, ...]
    returned: tuple[str, ...]
    delivery: Delivery | None
    photo_consent: bool
    at: datetime
    by: str
    followed_up_at: datetime | None
    followed_up_by: str
    follow_up_words: str


@dataclass(frozen=True)
class Evidence:
    """A scan or photo that is kept with a visit."""

    id: int
    name: str
    sha256: str
    size: int
    health: bool
    added_at: datetime
    added_by: str


@dataclass(frozen=True, kw_only=True)
class VisitDetail:
    """Persons come in full in `draft`; `person` and `contact` are masked for the screen."""

    id: int
    number: str
    status: VisitStatus
    case_id: int | None
    case_number: str
    previous: str  # the one this was carried over from, and what came of it
    draft: VisitDraft
    eligibility: Eligibility
    person: str
    contact: str
    asked_at: datetime
    asked_by: str
    plan: Planned | None
    ended_reason: str
    result: Result | None
    revision: int
    files: tuple[Evidence, ...]
    history: tuple[Entry, ...]


def get_visit(visit_id: int, today: date) -> VisitDetail:
    """NotFound if there is none."""
    row, draft = get_row(visit_id), draft_of(visit_id)
    return VisitDetail(
        id=row.id,
        number=row.number,
        status=row.status,
        case_id=row.case_id,
        case_number=row.case.number if row.case_id else "",
        previous=_came_of(row.previous) if row.previous_id else "",
        draft=draft,
        eligibility=eligibility(draft, today, visit_rules()),
        person=shown_name(draft.served),
        contact=masks.phone(draft.phone),
        asked_at=row.asked_at,
        asked_by=row.asked_by.name,
        plan=_plan(row),
        ended_reason=row.ended_reason,
        result=_result(row),
        revision=row.revision,
        files=tuple(list_files(visit_id)),
        history=tuple(diary.list_entries(visit_id)),
    )


def promised(case_id: int) -> str:
    """When somebody comes to see whom the case is for, as it is told; empty while nobody does."""
    planned = (Visit.case == case_id) & (Visit.status == VisitStatus.PLANNED)
    row = Visit.select().where(planned).order_by(Visit.starts_at).first()
    plan = _plan(row) if row is not None else None
    return plan.in_words if plan else ""


def gone_on(case_id: int) -> str:
    """The visits of the case that were planned, each in a sentence: when, who, what came of it."""
    planned = (Visit.case == case_id) & Visit.status.in_(TAKEN)
    found = Visit.select().where(planned).order_by(Visit.starts_at)
    return "".join(_in_a_sentence(row) for row in found)


def list_files(visit_id: int) -> list[Evidence]:
    """In the order they were added, without what was declared void."""
    query = VisitFile.select(
        VisitFile.id,
        VisitFile.name,
        VisitFile.sha256,
        VisitFile.size,
        VisitFile.health,
        VisitFile.added_at,
        VisitFile.added_by,
    )
    listed = (VisitFile.visit == visit_id) & VisitFile.voided_at.is_null()
    return rows(query.where(listed).order_by(VisitFile.id), Evidence)


def _in_a_sentence(row: Visit) -> str:
    plan = _plan(row)
    assert plan is not None
    crew = "、".join(one.name for one in plan.crew)
    note = row.outcome_note and f"：{row.outcome_note.rstrip('。')}"
    came = f"{row.outcome.label}{note}" if row.outcome else ""
    said = [plan.in_words, f"上门服务单 {row.number}", crew, came]
    return "，".join(filter(None, said)) + "。"


def _came_of(row: Visit) -> str:
    return f"{row.number}（{row.outcome.label}{row.outcome_note and '：' + row.outcome_note}）"


def _plan(row: Visit) -> Planned | None:
    if row.starts_at is None:
        return None
    crew = VisitHelper.select(VisitHelper.helper).where(VisitHelper.visit == row.id)
    ids = [one for (one,) in crew.order_by(VisitHelper.place).tuples()]
    kit_ids = VisitKit.select(VisitKit.kit).where(VisitKit.visit == row.id).order_by(VisitKit.id)
    helpers, kits = helpers_of(ids), kits_of(of := [one for (one,) in kit_ids.tuples()])
    return Planned(
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        half=visit_rules().half_of(row.starts_at),
        exact=row.exact,
        way_minutes=row.way_minutes,
        way_from=row.way_from,
        crew=tuple(helpers[one] for one in ids),
        kits=tuple(kits[one] for one in of),
    )


def _result(row: Visit) -> Result | None:
    if row.outcome is None:
        return None
    return Result(
        outcome=row.outcome,
        note=row.outcome_note,
        arrived_at=row.arrived_at,
        left_at=row.left_at,
        taken=tuple(filter(None, row.taken.split("\n"))),
        returned=tuple(filter(None, row.returned.split("\n"))),
        delivery=row.delivery,
        photo_consent=row.photo_consent,
        at=row.outcome_at,
        by=row.outcome_by,
        followed_up_at=row.followed_up_at,
        followed_up_by=row.followed_up_by,
        follow_up_words=row.follow_up_words,
    )
