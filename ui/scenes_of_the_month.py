"""Pictures of the sheets of a month, and of its words being written."""

from collections.abc import Callable

from ui.kit.errands import REPORTS
from ui.kit.sheet import Sheet
from ui.reports.acting import Acting
from ui.reports.page import ReportsPage
from ui.reports.story_sheet import write_story
from ui.stage import Stage


def _sheet(name: str) -> Callable[[Stage], None]:
    def scene(stage: Stage) -> None:
        _page(stage).sheet.set_value(name)

    return scene


def writing(stage: Stage) -> None:
    page = _page(stage)
    assert page.seen is not None
    write_story(Acting(page, page.seen, lambda _: None))


def _page(stage: Stage) -> ReportsPage:
    for one in list[Sheet](stage.holder.findChildren(Sheet)):
        one.leave()
    page = stage.shell.go(REPORTS)
    assert isinstance(page, ReportsPage)
    stage.until(lambda: page.seen and page.seen.report.first == page.month.value(), "月报")
    stage.rest()
    return page


SCENES = (
    ("04-report-groups", _sheet("分类")),
    ("04-report-times", _sheet("时限")),
    ("04-report-ratings", _sheet("评价与整改")),
    ("04-report-cover", _sheet("封面")),
    ("04-report-story", writing),
)
