"""The acceptance receipt."""

from dataclasses import dataclass
from datetime import date, datetime

from app.sheets.centre import Centre, Material, Person, Reissue, Voided
from models.choices import Method


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
