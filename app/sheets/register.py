"""The registration form of one case."""

from dataclasses import dataclass
from datetime import date, datetime

from app.sheets.centre import Centre, Material, Person, Reissue, Voided
from models.choices import Cause, Channel, Ending, Grade, Method, Nature, Need


@dataclass(frozen=True)
class Step:
    """A line of the case's history."""

    at: datetime
    stage: str
    by: str
    what: str


@dataclass(frozen=True)
class Handover:
    """A unit that was given the case."""

    unit: str
    role: str
    sent_on: date | None = None
    signed_by: str = ""
    signed_on: date | None = None
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class RegisterSheet:
    """The full internal form of one case. What is empty is left for writing by hand."""

    centre: Centre
    number: str
    received_at: datetime
    channel: Channel
    received_by: str
    applicant: Person
    sex: str = ""
    pinyin: str = ""
    needs: tuple[Need, ...] = ()
    company: str = ""
    credit_code: str = ""
    beneficiary: str = ""  # empty: the applicant
    proxy: str = ""  # empty: nobody stands in
    mandate: str = ""
    been_to: str = ""
    trips: str = ""
    first_applied: str = ""
    was_told: str = ""
    matter: str
    problem: str = ""
    demand: str = ""
    # The three asks: None where not asked, empty where there was nothing more.
    ask_business: str | None = None
    ask_need: str | None = None
    ask_trouble: str | None = None
    materials: tuple[Material, ...] = ()
    nature: Nature | None = None
    grade: Grade | None = None
    cause: Cause | None = None
    method: Method | None = None
    solution: str = ""
    lead: str = ""
    helpers: str = ""
    due_on: date
    due_rule: str = ""
    assessment: str = ""
    assessed_by: str = ""
    handovers: tuple[Handover, ...] = ()
    coordination: str = ""
    extension: str = ""
    visit: str = ""
    ending: Ending | None = None
    result: str = ""
    feedback: str = ""
    call_back: str = ""
    rating: str = ""
    words: str = ""
    archive_number: str = ""
    attachments: str = ""
    steps: tuple[Step, ...] = ()
    reissue: Reissue | None = None
    voided: Voided | None = None
