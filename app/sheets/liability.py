"""Who answers for what: tolerance of honest error, a bad rating, work that is handed over."""

from dataclasses import dataclass
from datetime import date

from app.sheets.centre import CaseSheet, NumberedSheet


@dataclass(frozen=True)
class Share:
    """A unit that shares the responsibility, for what, and who stands for it."""

    unit: str
    duty: str
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class ExemptionSheet(CaseSheet):
    """What was decided in good faith where rules are silent (容错免责备案表)."""

    difficulty: str
    decision: str
    decided_by: str
    decided_on: date
    procedure: str = ""  # how it was decided: which meeting, who was heard
    basis: tuple[str, ...] = ()
    risk: str = ""
    shares: tuple[Share, ...] = ()
    scans: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReworkSheet(CaseSheet):
    """What is put right after a bad rating (差评整改单); it does not name who rated."""

    unit: str
    round: int
    rating: str
    rated_on: date
    aspects: tuple[str, ...] = ()  # of 服务效率, 服务水平, 服务态度
    words: str = ""
    due_on: date
    owner: str = ""
    contest: str = ""  # why the rating is held to be an error
    upheld: bool | None = None  # whether it is one; None as long as nobody has decided
    judgement: str = ""
    judged_by: str = ""
    judged_on: date | None = None
    facts: str = ""
    cause: str = ""
    measures: tuple[str, ...] = ()
    result: str = ""
    call_back: str = ""


@dataclass(frozen=True, kw_only=True)
class ExtensionApprovalSheet(CaseSheet):
    """More time asked for, for a second person to sign before it is granted (domain.md §3)."""

    received_on: date
    was_due_on: date
    days: int  # working days asked for
    due_on: date  # what the date becomes, or would
    before: int  # extensions granted before this one
    reason: str
    progress: str = ""
    next_step: str = ""
    asked_by: str
    asked_on: date
    granted: bool | None = None
    opinion: str = ""
    approved_by: str = ""
    approved_on: date | None = None


@dataclass(frozen=True)
class OpenWork:
    """A case that is handed over."""

    case_number: str
    matter: str
    state: str
    due_on: date | None
    successor: str


@dataclass(frozen=True, kw_only=True)
class WorkHandoverSheet(NumberedSheet):
    """All the open work of one who leaves (工作移交清单)."""

    leaver: str
    work: tuple[OpenWork, ...]
    reason: str = ""
    things: tuple[str, ...] = ()  # seals, keys, money held, papers
    supervisor: str = ""
