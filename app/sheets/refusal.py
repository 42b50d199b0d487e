"""Reporting before saying no (否定报备)."""

from dataclasses import dataclass
from datetime import date

from app.sheets.centre import CaseSheet, Person
from app.sheets.notices import Remedy


@dataclass(frozen=True, kw_only=True)
class RefusalApprovalSheet(CaseSheet):
    """The form a second person signs before anybody is told no (domain.md §5.4).

    `denied` is what is being denied; what is not known of the approval is left to be written.
    """

    denied: str
    kind: str  # 不予受理 or 依法不能办
    applicant: Person
    received_on: date
    situation: str
    reason: str
    basis: tuple[str, ...]  # document and article
    tried: tuple[str, ...]
    other_ways: tuple[str, ...]
    asked: str = ""  # what came of the three asks
    department: str
    officer: str  # who handles it, with their post
    remedy: Remedy | None = None  # None: a notice of the window, which has none
    returned: tuple[str, ...] = ()  # papers given back
    granted: bool | None = None
    opinion: str = ""
    approved_by: str = ""
    approved_on: date | None = None
