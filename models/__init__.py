"""The tables, and nothing that decides anything."""

from models.base import database, labels, rows
from models.case import LIVING, Case, CaseEvent, CaseUnit, Material
from models.centre import Centre
from models.desk import CalendarDay, CalendarYear, Counter, Draft, Reception
from models.directory import Matter, SignInEvent, Staff, Unit, Village
from models.paper import Attachment, MonthExport, Paper
from models.party import Party
from models.time_rules import TimeRules, UnitTime

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
    "Counter",
    "Draft",
    "Material",
    "Matter",
    "MonthExport",
    "Paper",
    "Party",
    "Reception",
    "SignInEvent",
    "Staff",
    "TimeRules",
    "Unit",
    "UnitTime",
    "Village",
    "database",
    "labels",
    "rows",
]
