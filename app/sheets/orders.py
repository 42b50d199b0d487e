"""What goes from the window to a unit, and up to those above it."""

from dataclasses import dataclass
from datetime import date, datetime

from app.sheets.centre import CaseSheet, Person

# Why a unit is put under supervision: all of them are printed, the chosen ones ticked.
SUPERVISION_GROUNDS = (
    "逾期未答复",
    "逾期未签收",
    "反映人不满意",
    "重办后仍不满意",
    "推诿、反复退单",
)


@dataclass(frozen=True, kw_only=True)
class OrderSheet(CaseSheet):
    """The order (交办单) to one unit, lead or co-handler: its own item, until its own day.

    `title` is 转办单 where the case was passed on to a unit outside the town.
    """

    title: str = "交办单"
    unit: str
    role: str  # 牵头 or 配合
    item: str = ""  # what this unit does of it; empty: the whole matter
    others: str = ""  # the other units of the case, each with its role
    contact: str = ""  # the unit's contact person, with phone
    sign_by: date | None = None  # none: the day it comes
    due_on: date
    due_rule: str = ""
    provisional: bool = False  # the calendar of that year has not been published yet
    applicant: Person
    problem: str = ""
    demand: str = ""
    assessment: str = ""
    requirements: tuple[str, ...] = ()
    attachments: str = ""
    approved_by: str = ""


@dataclass(frozen=True)
class Reminded:
    """An earlier reminder: when, how, whom it reached, and what they said."""

    on: date
    how: str
    whom: str = ""
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class ReminderSheet(CaseSheet):
    """The reminder (催办单): the how manieth, and by when an answer is asked for."""

    unit: str
    role: str
    times: int
    contact: str = ""
    order_number: str = ""
    ordered_on: date
    due_on: date
    state: str  # in words: 已逾期2个工作日, or how long there still is
    item: str = ""
    earlier: tuple[Reminded, ...] = ()
    demands: tuple[str, ...] = ()
    answer_by: date
    copied_to: str = ""


@dataclass(frozen=True, kw_only=True)
class SupervisionSheet(CaseSheet):
    """The supervision order (督办单): what is overdue or refused, and what must be done."""

    unit: str
    copied_to: str = ""
    order_number: str = ""
    grounds: tuple[str, ...]
    ordered_on: date
    due_on: date
    overdue: str = ""
    returned: str = ""
    reminded: str = ""
    facts: str = ""
    demands: tuple[str, ...] = ()
    answer_by: date
    approved_by: str = ""


@dataclass(frozen=True)
class Stop:
    """One station of a case on its way: 交办, 签收, 退单 …, with the reason that was cited."""

    at: datetime
    act: str
    unit: str
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class EscalationSheet(CaseSheet):
    """The escalation (提级办理单): the whole path of a case, and to whom it is raised."""

    raised_to: str
    grounds: str  # why it is raised: 累计退单2次
    returns: int
    received_on: date
    due_on: date
    applicant: Person
    problem: str = ""
    demand: str = ""
    path: tuple[Stop, ...]
    opinion: str = ""  # what the window proposes
    questions: tuple[str, ...] = ()  # what is to be decided
    answer_by: date | None = None
    approved_by: str = ""
