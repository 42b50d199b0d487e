"""一类事: what was solved once for all cases of a kind. None are kept yet: the sheet says so."""

from app.month import MonthlyReport
from exports.book.figures import month_name
from exports.book.lists import heads
from exports.book.look import Column, Look
from exports.book.sheet import Sheet

_COLUMNS = (
    Column("编号", 8, "center"),
    Column("工作提示", 34),
    Column("版本", 8, "center"),
    Column("牵头单位", 18),
    Column("印发", 12, "center"),
    Column("累计复用\n（件）", 12, "center"),
    Column("印发前平均\n（工作日）", 13, "center"),
    Column("印发后平均\n（工作日）", 13, "center"),
    Column("状态", 10, "center"),
)
_NONE = (
    "还没有登记一类事的办法，本表留空。登记以后，这里列出每一类的工作提示、复用件数和前后用时。\n"
    "哪些事反复出现，见封面的情况说明和“成因×单位”。"
)


def fill_classes(sheet: Sheet, report: MonthlyReport) -> None:
    sheet.widths(*(column.width for column in _COLUMNS))
    heading = f"{month_name(report)}一类事清单"
    sheet.title(heading, report.centre.name, "", len(_COLUMNS))
    heads(sheet, 3, _COLUMNS)
    look = Look(align="center", lines=True)
    sheet.across(4, 1, len(_COLUMNS), _NONE, look, 44)
    sheet.inner.print_title_rows = "1:3"
