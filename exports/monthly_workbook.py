"""The monthly report as an Excel workbook, ready to print, sign and send."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.month import MonthlyReport
from app.progress import Tick, unheard
from exports.book.appraisal import fill_appraisal
from exports.book.classes import fill_classes
from exports.book.corrections import fill_corrections
from exports.book.cover import fill_cover
from exports.book.cross import fill_cross
from exports.book.figures import month_name
from exports.book.groups import fill_groups
from exports.book.ledger import fill_carried, fill_ledger
from exports.book.lists import Step
from exports.book.notes import fill_notes
from exports.book.ratings import fill_ratings
from exports.book.sheet import Book, Sheet
from exports.book.summary import fill_summary
from exports.book.times import fill_times
from exports.book.visits import fill_visits
from exports.files import replacing


@dataclass(frozen=True)
class _Part:
    """A sheet of the book and what it holds; it is left out of a month that has none of that."""

    name: str
    what: str
    fill: Callable[[Sheet, MonthlyReport, Step], None]
    there: Callable[[MonthlyReport], object] = lambda _: True


def _fill_appraisal(sheet: Sheet, report: MonthlyReport, _: Step) -> None:
    assert report.appraisal is not None
    fill_appraisal(sheet, report, report.appraisal)


_PARTS = (
    _Part(
        "汇总",
        "各单位办理情况，近12个月走势，成因分布；各项指标：本月、上月、去年同月、本年累计",
        lambda sheet, report, _: fill_summary(sheet, report),
    ),
    _Part("明细台账", "本月受理的每一件：事项、成因、单位、期限、办结、结局", fill_ledger),
    _Part("上月结转", "以前受理、本月初还没有办结的每一件，本月办得怎样", fill_carried),
    _Part(
        "分类",
        "按成因、性质、难度、渠道、事项、单位、村：受理、办结、按时办结，和上月、去年同月、本年累计",
        lambda sheet, report, _: fill_groups(sheet, report),
    ),
    _Part("成因×单位", "成因和牵头单位交叉", lambda sheet, report, _: fill_cross(sheet, report)),
    _Part(
        "时限",
        "各单位到期、按时、逾期、延期、退单；每一件的期限：按时、逾期几天、延期、暂停、退回",
        fill_times,
    ),
    _Part(
        "评价与整改",
        "五级评价各多少；每一个差评：申诉、整改期限、措施、结果、再次评价",
        lambda sheet, report, _: fill_ratings(sheet, report),
    ),
    _Part(
        "上门服务",
        "本月的需求和上门：办成、等候、趟数、路上，按村社、单位、事项、群体，和每一次",
        lambda sheet, report, _: fill_visits(sheet, report),
    ),
    _Part(
        "一类事",
        "一类事的办法、复用和前后用时；登记以后列出",
        lambda sheet, report, _: fill_classes(sheet, report),
    ),
    _Part(
        "考核",
        "本季度到本月底各单位的加分、减分，每一分的办件和原因；不是名次",
        _fill_appraisal,
        lambda report: report.appraisal and report.appraisal.units,
    ),
    _Part(
        "更正",
        "以前封账的月份，报出以后改动的数字和台账：原来报的、更正为、何时何人",
        lambda sheet, report, _: fill_corrections(sheet, report),
        lambda report: report.corrections,
    ),
)
_NOTES = ("说明", "报表信息、各表内容、指标口径、月报校验值")
_STEP = 50


def write_month(report: MonthlyReport, path: Path, tick: Tick = unheard) -> None:
    """Write the workbook, or nothing: `tick` hears how far it is, and may raise to stop it."""
    total = len(report.ledger) + len(report.carried) + len(report.due) + 1
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
    parts = [one for one in _PARTS if one.there(report)]
    contents = [*((one.name, one.what) for one in parts), _NOTES]
    fill_cover(book.add("封面"), report, [name for name, _ in contents])
    for one in parts:
        one.fill(book.add(one.name), report, step)
    fill_notes(book.add("说明"), report, contents)
    return book
