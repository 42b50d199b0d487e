"""What one page asks of another; the shell answers, so that no page knows the other."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from models.choices import Act, PaperKind
from ui.kit.style import Tone

# The pages by their titles, and the sheets the window opens over any of them.
HOME, INTAKE, CASES, VISITS, STATISTICS, REPORTS, SETTINGS = (
    "工作台",
    "登记受理",
    "办件",
    "上门服务",
    "统计",
    "报表",
    "设置",
)
PAPER, RECEPTION, REQUEST, ROUND = "paper", "reception", "request", "round"
CALENDAR, TIDYING, STAFF = (
    "工作日历",
    "待整理",
    "人员",
)  # of the settings, those that others send people to


@dataclass(frozen=True)
class Resume:
    """A half-written form, to be gone on with."""

    draft_id: int


@dataclass(frozen=True)
class FromReception:
    """A reception (接待) that is to become a case."""

    reception_id: int


@dataclass(frozen=True)
class FromTrouble:
    """A case whose citizen named something else that is hard: it is to become a case too."""

    case_id: int


@dataclass(frozen=True)
class ReceptionsOf:
    """The receptions of the month with that day, to be looked at."""

    month: date


@dataclass(frozen=True)
class Correct:
    """A case to be completed or corrected."""

    case_id: int


@dataclass(frozen=True)
class VisitOfCase:
    """A case for which a home visit is to be asked for."""

    case_id: int


@dataclass(frozen=True)
class CorrectVisit:
    """A request for a home visit, to be corrected."""

    visit_id: int


@dataclass(frozen=True)
class WantedAct:
    """A case, and what is to be done with it, where it can be."""

    case_id: int
    act: Act


@dataclass(frozen=True)
class WantedPaper:
    """A paper of a case, to be previewed and printed; with an issue, that one to be looked at."""

    case_id: int
    kind: PaperKind = PaperKind.RECEIPT
    issue_id: int | None = None
    about: int = 0  # what of the case, where it can have several of that kind
    then: tuple["WantedPaper", ...] = ()  # those that come after it, one after the other


class Errands(QObject):
    case_wanted = Signal(int)  # a case's id, to be looked at
    act_wanted = Signal(object)  # WantedAct
    cases_wanted = Signal(object)  # a filter of the list
    intake_wanted = Signal(object)  # Resume, FromReception, FromTrouble, Correct, or None
    reception_wanted = Signal(object)  # its id, Resume, ReceptionsOf, or None for a new one
    paper_wanted = Signal(object)  # WantedPaper
    visit_wanted = Signal(int)  # a home visit's id, to be looked at
    request_wanted = Signal(object)  # VisitOfCase, CorrectVisit, Resume, or None for a new one
    round_wanted = Signal()  # many visits, to be planned together
    page_wanted = Signal(str)  # a page's title
    option_wanted = Signal(str)  # one of the settings, by its name
    restoring_wanted = Signal(object)  # a Backup, to be put in the store's place
    said = Signal(str)  # a passing message
    badged = Signal(str, int, Tone)

    def badge(self, title: str, count: int, tone: Tone = Tone.PRIMARY) -> None:
        """Say on the rail how many things wait on the page of that title."""
        self.badged.emit(title, count, tone)
