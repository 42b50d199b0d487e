"""Pictures of the superior's template: what it may ask for, and one that asks for too much."""

from pathlib import Path
from tempfile import gettempdir

from exports.template_sample import write_sample
from ui.kit.errands import REPORTS
from ui.kit.sheet import Sheet
from ui.reports.acting import Acting
from ui.reports.page import ReportsPage
from ui.reports.template_sheet import TEMPLATE, TemplateSheet
from ui.stage import Stage


def template(stage: Stage) -> None:
    for sheet in list[Sheet](stage.holder.findChildren(Sheet)):
        sheet.leave()
    page = stage.shell.go(REPORTS)
    assert isinstance(page, ReportsPage)
    stage.until(lambda: page.seen, "月报预览")
    assert page.seen
    place = Path(gettempdir()) / "临溪县月报表.xlsx"
    write_sample(page.seen.report, place)
    page.desk.remember[TEMPLATE] = str(place)
    sheet = TemplateSheet(page.window(), Acting(page, page.seen, lambda _path: None))
    sheet.open()
    stage.until(lambda: sheet.checked, "看模板")
    place.unlink()


SCENES = (("04-report-template", template),)
