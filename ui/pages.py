"""The pages of the window and the sheets that open over them, each made when first needed.

Imported inside: what a page needs (pinyin, papers, workbooks) must not delay the first picture.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from ui.kit.desk import Desk
from ui.kit.errands import (
    CASES,
    HOME,
    INTAKE,
    PAPER,
    RECEPTION,
    REPORTS,
    REQUEST,
    ROUND,
    SETTINGS,
    STATISTICS,
    VISITS,
)
from ui.kit.one_box import MOST, Found
from ui.kit.page import Page
from ui.kit.rail import Stop

Maker = Callable[[Desk], Page]
Opener = Callable[[QWidget, Desk, object], None]


def _home(desk: Desk) -> Page:
    from ui.home.page import HomePage

    return HomePage(desk)


def _intake(desk: Desk) -> Page:
    from ui.intake.page import IntakePage

    return IntakePage(desk)


def _cases(desk: Desk) -> Page:
    from ui.cases.page import CasesPage

    return CasesPage(desk)


def _visits(desk: Desk) -> Page:
    from ui.visits.page import VisitsPage

    return VisitsPage(desk)


def _statistics(desk: Desk) -> Page:
    from ui.statistics.page import StatisticsPage

    return StatisticsPage(desk)


def _reports(desk: Desk) -> Page:
    from ui.reports.page import ReportsPage

    return ReportsPage(desk)


def _settings(desk: Desk) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(desk)


def _paper(window: QWidget, desk: Desk, wanted: object) -> None:
    from ui.papers.preview import open_preview

    open_preview(window, desk, wanted)


def _reception(window: QWidget, desk: Desk, wanted: object) -> None:
    from ui.receptions.sheet import open_reception

    open_reception(window, desk, wanted)


def _request(window: QWidget, desk: Desk, wanted: object) -> None:
    from ui.visits.request_sheet import open_request

    open_request(window, desk, wanted)


def _round(window: QWidget, desk: Desk, wanted: object) -> None:
    from ui.visits.rounds_sheet import open_round

    open_round(window, desk, wanted)


def find_cases(text: str) -> Sequence[Found]:
    """One more than is shown, so that the box can say that there are more."""
    from app.search.finding import find

    return find(text, MOST + 1)


STOPS: tuple[tuple[Stop, Maker], ...] = (
    (Stop(HOME, "house", "Alt+1"), _home),
    (Stop(INTAKE, "square-pen", "Alt+2"), _intake),
    (Stop(CASES, "list-checks", "Alt+3"), _cases),
    (Stop(VISITS, "map-pin", "Alt+4"), _visits),
    (Stop(STATISTICS, "chart-line", "Alt+5"), _statistics),
    (Stop(REPORTS, "file-spreadsheet", "Alt+6"), _reports),
    (Stop(SETTINGS, "settings", "Alt+7"), _settings),
)
SHEETS: Mapping[str, Opener] = {
    PAPER: _paper,
    RECEPTION: _reception,
    REQUEST: _request,
    ROUND: _round,
}
