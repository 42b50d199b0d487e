"""What units settled with one another: a meeting, a look at the place, a conflict of rules."""

from dataclasses import dataclass
from datetime import date, datetime

from app.sheets.centre import CaseSheet


@dataclass(frozen=True)
class Resolution:
    """What was decided, who sees to it, until when."""

    what: str
    owner: str
    due_on: date


@dataclass(frozen=True)
class Absent:
    """Who did not come; deemed to agree where the centre's rule says so."""

    who: str
    deemed: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class MinutesSheet(CaseSheet):
    """The minutes of a coordination meeting (协调会议纪要)."""

    held_at: datetime
    place: str
    chair: str
    background: str = ""
    agreed: tuple[str, ...] = ()
    resolutions: tuple[Resolution, ...]
    present: tuple[str, ...]
    absent: tuple[Absent, ...] = ()
    deemed_by: str = ""  # the centre's rule by which the absent agree
    sitting_in: tuple[str, ...] = ()
    sent_to: str = ""


@dataclass(frozen=True)
class Photo:
    """A photo taken there: its number or file name, and what it shows."""

    name: str
    shows: str = ""


@dataclass(frozen=True, kw_only=True)
class SurveySheet(CaseSheet):
    """The record of a look at the place (现场踏勘记录); all present sign it."""

    surveyed_at: datetime
    place: str
    purpose: str = ""
    present: tuple[str, ...]
    findings: tuple[str, ...]
    opinion: str = ""
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True)
class Claim:
    """One side of a conflict: this unit asks for `wants` before it gives `gives`."""

    unit: str
    wants: str
    gives: str
    basis: str = ""


@dataclass(frozen=True, kw_only=True)
class ConflictSheet(CaseSheet):
    """Two units that wait for one another (政策冲突协调单), and how it was resolved."""

    claims: tuple[Claim, Claim]
    background: str = ""
    outcome: str = ""  # its label; empty while open
    resolution: str = ""
    resolved_on: date | None = None
    resolved_by: str = ""
    basis: str = ""
    meeting: str = ""  # number of the minutes
    scope: str = ""  # whether the like is to be handled so from now on
