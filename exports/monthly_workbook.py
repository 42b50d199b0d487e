"""The monthly report as an Excel workbook, ready to print, sign and send."""

from collections.abc import Callable
from pathlib import Path

from app.month import MonthlyReport
from exports.book.appraisal import fill_appraisal
from exports.book.corrections import fill_corrections
from exports.book.cover import fill_cover
from exports.book.cross import fill_cross
from exports.book.figures import month_name
from exports.book.ledger import fill_carried, fill_ledger
from exports.book.notes import fill_notes
from exports.book.sheet import Book
from exports.book.summary import fill_summary
from exports.book.visits import fill_visits
from exports.files import replacing

Tick = Callable[[int, int], None]

_CONTENTS = (
    ("汇总", "本月、上月、去年同月、本年累计的主要指标，近12个月走势，成因分布"),
    ("明细台账", "本月受理的每一件：事项、成因、单位、期限、办结、结局"),
    ("上月结转", "以前受理、本月初还没有办结的每一件，本月办得怎样"),
    ("成因×单位", "成因和牵头单位交叉"),
    ("上门服务", "本月的需求和上门：办成、等候、趟数、路上，按村社、单位、事项、群体，和每一次"),
    ("说明", "文字情况、报表信息、指标口径、台账校验值"),
)
_APPRAISAL = ("考核", "本季度到本月底各单位的加分、减分，每一分的办件和原因；不是名次")
_CORRECTIONS = ("更正", "以前封账的月份，报出以后改动的数字和台账：原来报的、更正为、何时何人")
_STEP = 50


def _unheard(done: int, total: int) -> None:
    """For whoever does not care how far it is."""


def write_month(report: MonthlyReport, path: Path, tick: Tick = _unheard) -> None:
    """Write the workbook, or nothing: `tick` hears how far it is, and may raise to stop it."""
    total = len(report.ledger) + len(report.carried) + 1
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % _STEP == 0:
            tick(done, total)

    with replacing(path) as draft:
        tick(0, total)
        fill_book(report, step).save(draft)
        tick(total, total)


def fill_book(report: MonthlyReport, step: Callable[[], None] = lambda: None) -> Book:
    """The workbook before it is a file: `step` hears of each row that is written."""
    book = Book(f"{report.centre.window}工作月报 {month_name(report)}", report.centre.name)
    fill_cover(book.add("封面"), report, _contents(report))
    fill_summary(book.add("汇总"), report)
    fill_ledger(book.add("明细台账"), report, step)
    fill_carried(book.add("上月结转"), report, step)
    fill_cross(book.add("成因×单位"), report)
    fill_visits(book.add("上门服务"), report)
    if report.appraisal and report.appraisal.units:
        fill_appraisal(book.add("考核"), report, report.appraisal)
    if report.corrections:
        fill_corrections(book.add("更正"), report)
    fill_notes(book.add("说明"), report)
    return book


def _contents(report: MonthlyReport) -> tuple[tuple[str, str], ...]:
    """What not every month has stands before the explanations."""
    some = (
        *((_APPRAISAL,) if report.appraisal and report.appraisal.units else ()),
        *((_CORRECTIONS,) if report.corrections else ()),
    )
    return (*_CONTENTS[:-1], *some, _CONTENTS[-1])
