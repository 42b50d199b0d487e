"""What goes onto papers: frozen records, complete and masked, so that a paper decides nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from models.choices import Cause, Channel, Ending, Grade, Method, Nature, Need


@dataclass(frozen=True, kw_only=True)
class Centre:
    """Who stands behind a paper."""

    name: str
    window: str
    address: str = ""
    hours: str = ""
    phone: str = ""
    supervision: str = "12345"


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person or an organisation as a paper may show them: the ID number comes masked."""

    name: str
    phone: str = ""
    masked_phone: str = ""
    id_kind: str = ""
    id_number: str = ""
    address: str = ""


@dataclass(frozen=True)
class Material:
    """A paper that was handed in."""

    name: str
    copies: str = ""
    kept: bool = True

    @property
    def told(self) -> str:
        """As it is written down: what, how many, and whether the centre keeps it."""
        copies = f"，{self.copies}" if self.copies else ""
        return f"{self.name}{copies}（{'留存' if self.kept else '当场退还'}）"


@dataclass(frozen=True)
class Reissue:
    """Printed again: how many times by now, when, by whom."""

    times: int
    on: date
    by: str


@dataclass(frozen=True)
class Voided:
    """No longer counts: since when, by whom."""

    on: date
    by: str


@dataclass(frozen=True, kw_only=True)
class ReceiptSheet:
    """The slip a person takes home.

    `code` is what the QR code says: capitals, digits and - / only, so that it stays coarse
    enough for a cheap printer; never anything about a person.
    `matter` is a sentence, `details` what the person told and asks for.
    """

    centre: Centre
    number: str
    check_code: str
    code: str
    received_at: datetime
    applicant: Person
    beneficiary: str = ""  # empty: the applicant
    proxy: str = ""  # empty: nobody stands in
    matter: str
    details: str = ""
    materials: tuple[Material, ...] = ()
    method: Method
    unit: str = ""  # who handles it or leads; empty while not yet known
    handover_on: date | None = None
    visit_at: str = ""  # in words; empty while no visit has been planned
    promised_on: date
    provisional: bool = False  # the calendar of that year has not been published yet
    received_by: str
    staff_number: str = ""
    reissue: Reissue | None = None
    voided: Voided | None = None


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
