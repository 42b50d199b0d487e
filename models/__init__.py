"""The tables, and nothing that decides anything."""

from models.appraisal import AppraisalRule, AppraisalRules, PointReview
from models.base import database, labels, rows
from models.case import Case, CaseEvent, Material
from models.centre import Centre
from models.clock import Extension, Pause
from models.closing import REOPENED, Closing, Contact, Rating
from models.coordination import Conflict, Decision, Meeting, Route, Survey
from models.crew import Absence, Helper, Kit, VisitRules, Way
from models.custody import Custody, HeldThing
from models.desk import CalendarDay, CalendarYear, Counter, Draft, Reception
from models.directory import Matter, SignInEvent, Staff, Unit, Village
from models.household import Household
from models.liability import Exemption, SharedDuty
from models.mail import Mail, Mailbox
from models.month import MonthLock, MonthStory
from models.paper import Attachment, MonthExport, Paper
from models.party import Party
from models.refusal import MissingPaper, Refusal, Remedy, ScopeReason, Telling
from models.right import Reserved
from models.share import LIVING, CaseUnit
from models.time_rules import TimeRules, UnitTime
from models.urging import Escalation, Reminder
from models.visit import Visit, VisitChange, VisitFile, VisitHelper, VisitKit
from models.wording import Wording

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
    AppraisalRules,
    AppraisalRule,
    PointReview,
    Pause,
    Extension,
    Helper,
    Kit,
    Absence,
    Way,
    VisitRules,
    Visit,
    VisitHelper,
    VisitKit,
    VisitChange,
    VisitFile,
    Paper,
    Attachment,
    MonthLock,
    MonthStory,
    MonthExport,
    Mailbox,
    Mail,
    Reception,
    Draft,
    Counter,
    CalendarYear,
    CalendarDay,
    Reserved,
    Wording,
)

__all__ = [
    "LIVING",
    "REOPENED",
    "TABLES",
    "Absence",
    "AppraisalRule",
    "AppraisalRules",
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
    "Helper",
    "Household",
    "Kit",
    "Mail",
    "Mailbox",
    "Material",
    "Matter",
    "Meeting",
    "MissingPaper",
    "MonthExport",
    "MonthLock",
    "MonthStory",
    "Paper",
    "Party",
    "Pause",
    "PointReview",
    "Rating",
    "Reception",
    "Refusal",
    "Remedy",
    "Reminder",
    "Reserved",
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
    "Visit",
    "VisitChange",
    "VisitFile",
    "VisitHelper",
    "VisitKit",
    "VisitRules",
    "Way",
    "Wording",
    "database",
    "labels",
    "rows",
]
