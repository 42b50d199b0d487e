"""The tables, and nothing that decides anything."""

from models.base import database, labels, rows
from models.case import LIVING, Case, CaseEvent, CaseUnit, Material
from models.centre import Centre
from models.clock import Extension, Pause
from models.closing import Closing, Contact, Rating
from models.coordination import Conflict, Decision, Meeting, Route, Survey
from models.custody import Custody, HeldThing
from models.desk import CalendarDay, CalendarYear, Counter, Draft, Reception
from models.directory import Matter, SignInEvent, Staff, Unit, Village
from models.household import Household
from models.liability import Exemption, SharedDuty
from models.paper import Attachment, MonthExport, Paper
from models.party import Party
from models.refusal import MissingPaper, Refusal, Remedy, ScopeReason, Telling
from models.time_rules import TimeRules, UnitTime
from models.urging import Escalation, Reminder

TABLES = (
    Centre,
    Staff,
    SignInEvent,
    Unit,
    Village,
    Matter,
    Party,
    TimeRules,
    UnitTime,
    Case,
    CaseUnit,
    Material,
    CaseEvent,
    Reminder,
    Escalation,
    ScopeReason,
    Remedy,
    Refusal,
    Telling,
    MissingPaper,
    Closing,
    Contact,
    Rating,
    Meeting,
    Decision,
    Survey,
    Conflict,
    Route,
    Exemption,
    SharedDuty,
    Custody,
    HeldThing,
    Household,
    Pause,
    Extension,
    Paper,
    Attachment,
    MonthExport,
    Reception,
    Draft,
    Counter,
    CalendarYear,
    CalendarDay,
)

__all__ = [
    "LIVING",
    "TABLES",
    "Attachment",
    "CalendarDay",
    "CalendarYear",
    "Case",
    "CaseEvent",
    "CaseUnit",
    "Centre",
    "Closing",
    "Conflict",
    "Contact",
    "Counter",
    "Custody",
    "Decision",
    "Draft",
    "Escalation",
    "Exemption",
    "Extension",
    "HeldThing",
    "Household",
    "Material",
    "Matter",
    "Meeting",
    "MissingPaper",
    "MonthExport",
    "Paper",
    "Party",
    "Pause",
    "Rating",
    "Reception",
    "Refusal",
    "Remedy",
    "Reminder",
    "Route",
    "ScopeReason",
    "SharedDuty",
    "SignInEvent",
    "Staff",
    "Survey",
    "Telling",
    "TimeRules",
    "Unit",
    "UnitTime",
    "Village",
    "database",
    "labels",
    "rows",
]
