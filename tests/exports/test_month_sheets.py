"""时限, 分类, 评价与整改, 一类事, the units on 汇总: read back, they say what the report says."""

from dataclasses import replace
from datetime import datetime
from random import Random

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from app.month import report_month
from app.month.due_line import Kept
from app.month.unit_lines import total
from app.visits.counts import Line
from exports.book.groups import MOST
from exports.book.sheet import LOOKED_AT
from exports.monthly_preview import preview_month
from exports.monthly_workbook import write_month
from models import Rating, database
from models.choices import Stars
from tests.app.month_stores import add_case, add_person, found_centre
from tests.app.random_months import FIRST, RandomStore, furnish

NOW = datetime(2026, 11, 22, 8, 31, 5)
DASH = "—"


@pytest.fixture
def path(store, tmp_path):
    return tmp_path / "月报.xlsx"


def written(path, report):
    write_month(report, path)
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def busy():
    """A month in which everything happened."""
    furnish()
    with database.atomic():
        RandomStore(Random(11), FIRST, NOW).fill(90)
    return report_month(2026, 10, NOW)


def quiet():
    found_centre()
    return report_month(2026, 10, NOW)


def below(rows, head, at=0):
    """The rows of the list that begins with that head, up to the first empty one."""
    first = next(number for number, row in enumerate(rows) if row[at] == head) + 1
    found = []
    for row in rows[first:]:
        if row[at] == "":
            break
        found.append(row)
    return found


def told(cell):
    return None if cell == DASH else cell


def periods(one):
    return one.now, one.before, one.last_year, one.year


def counted(one):
    now, before, last_year, year = periods(one)
    return pytest.approx([now.part, now.ratio, before.part, last_year.part, year.part, year.ratio])


def test_the_dates_of_the_month_are_told_as_the_report_has_them(path):
    report = busy()
    rows = written(path, report)["时限"]
    heads = [number for number, row in enumerate(rows) if row[0] == "牵头单位"]
    lines = [row[:11] for row in rows[heads[1] + 1 :]]
    assert len(lines) == len(report.due) > 20
    for row, one in zip(lines, report.due, strict=True):
        assert (row[0], row[1], told(row[2])) == (one.lead, one.due_on, one.completed_on)
        assert (row[3], told(row[4]) or 0) == (one.standing, one.late_by)
        given = f"{one.extended}次{one.extended_days}日" if one.extended else DASH
        assert (row[5], told(row[6]) or 0) == (given, one.paused_days)
        assert (told(row[7]) or 0, told(row[8]) or 0) == (one.returned, one.urged)
        assert row[9] == one.number
    assert {row[3] for row in lines} >= {Kept.OVERDUE, Kept.LATE, Kept.IN_TIME}


def test_units_are_told_on_both_sheets_and_add_up(path):
    report = busy()
    sheets = written(path, report)
    units = {one.name: one for one in (*report.units, total(report.units))}
    summary = sheets["汇总"][3 : 3 + len(units)]
    times = sheets["时限"][3 : 3 + len(units)]
    assert [row[0] for row in summary] == [row[0] for row in times] == list(units)
    for row, beside in zip(summary, times, strict=True):
        one = units[row[0]]
        share = round(one.kept / one.due, 12) if one.due else DASH
        found = [row[at] for at in (1, 3, 5, 7, 11, 13, 14)]
        assert found == [
            one.received,
            one.completed,
            one.due,
            one.kept,
            one.returned,
            one.extended,
            one.bad,
        ]
        assert (round(row[9], 12) if one.due else row[9]) == share
        assert beside[1:5] == [one.received, one.completed, one.due, one.kept]
        assert beside[6:10] == [one.late, one.overdue, one.extended, one.returned]
        assert (told(beside[10]) or 0) == one.longest
    assert summary[-1][0] == "合计"


def test_ratings_are_told_by_level_and_bad_ones_one_by_one(path):
    report = busy()
    Rating.update(words="刘秀珍说的话").execute()
    sheets = written(path, report)
    rows = sheets["评价与整改"]
    numbers = [rows[3][at] for at in (1, 3, 5, 7, 9)]
    assert numbers == [number for _, number in report.levels]
    good = report.figure("满意率").now
    assert (rows[3][11], rows[3][12]) == (good.whole, f"{good.part}/{good.whole}")
    assert rows[4][12] == pytest.approx(good.ratio)
    silent = report.figure("未评价（件）").now.part
    assert f"其中{silent}件到期末还没有评价" in rows[5][0]
    lines = below(rows, "评价日期")[: len(report.bad_words)]
    assert len(lines) == len(report.bad_words) > 5
    for row, one in zip(lines, report.bad_words, strict=True):
        assert (row[0], row[1], row[3], row[4]) == (one.said_on, one.number, one.lead, one.level)
        assert row[6] == (one.contested.value or DASH)
        assert told(row[7]) == (one.rework_by if one.counts else None)
        assert (row[8], told(row[9])) == (one.state, one.reworked_on)
    assert "刘秀珍" not in str(sheets)


def test_what_is_late_or_bad_stands_out_on_paper_too(path):
    report = busy()
    pages = {one.name: one.pages for one in preview_month(report)}
    for name, words in (("时限", {"逾期未办结", "逾期办结"}), ("评价与整改", {"非常不满意"})):
        white = {text.text for page in pages[name] for text in page.texts if text.ink == "FFFFFF"}
        assert words <= white, name
        assert not {"按时办结", "已整改"} & white


def test_heads_of_long_lists_come_again_on_every_page(path):
    found_centre()
    for _ in range(70):
        add_case(datetime(2026, 10, 12, 9))
    pages = {one.name: one.pages for one in preview_month(report_month(2026, 10, NOW))}
    assert len(pages["时限"]) > 2
    for page in pages["时限"]:
        assert "答复期限" in [text.text for text in page.texts]


def test_of_very_many_dates_the_first_are_shown(path):
    found_centre()
    add_case(datetime(2026, 10, 12, 9))
    report = report_month(2026, 10, NOW)
    many = replace(report, due=report.due * (LOOKED_AT + 5))
    pages = next(one.pages for one in preview_month(many) if one.name == "时限")
    words = [text.text for page in pages for text in page.texts]
    assert words.count("逾期未办结") == LOOKED_AT
    assert f"预览只列前{LOOKED_AT}行，导出的表是全的。" in words


def test_the_measures_begin_on_a_page_of_their_own(path):
    report = quiet()
    pages = next(one.pages for one in preview_month(report) if one.name == "汇总")
    first, second = ([text.text for text in page.texts] for page in pages)
    assert "牵头单位" in first
    assert "指标" not in first
    assert "指标" in second
    tops = [
        next(text.area[1] for text in page.texts if text.text == head)
        for page, head in zip(pages, ("牵头单位", "指标"), strict=True)
    ]
    assert tops[0] == tops[1]
    assert len(pages[0].drawings) == 2
    assert not pages[1].drawings
    assert "2026年10月汇总" in first
    assert "2026年10月汇总" in second


def test_charts_have_a_page_of_their_own_below_many_units(path):
    report = quiet()
    (line,) = (total(report.units),)
    many = tuple(replace(line, name=f"单位{number}") for number in range(22))
    pages = next(
        one.pages for one in preview_month(replace(report, units=many)) if one.name == "汇总"
    )
    assert [len(page.drawings) for page in pages] == [0, 2, 0]


def test_a_month_with_nothing_says_so_on_every_sheet(path):
    sheets = written(path, quiet())
    assert "没有到期的件" in str(sheets["时限"])
    assert sheets["时限"][3][:4] == ["合计", 0, 0, 0]
    assert "没有差评" in str(sheets["评价与整改"])
    assert "0/0" not in str(sheets["评价与整改"])
    assert "还没有登记一类事的办法" in str(sheets["一类事"])


def test_what_is_long_stands_under_its_head_and_in_rows_that_excel_has(path):
    report = quiet()
    villages = tuple(Line(f"第{at}村", 1, 0, 0) for at in range(50))
    long = {"story": "一句话。" * 500, "visits": replace(report.visits, by_village=villages)}
    write_month(replace(report, **long), path)
    book = load_workbook(path)
    cover, visits = book["封面"], book["上门服务"]
    assert max(one.height or 0 for one in cover.row_dimensions.values()) <= 409
    words = "".join(str(one[0].value or "") for one in cover["A8:A20"])
    assert words.count("一句话。") == 500
    heads = [row[0].row for row in visits["F1:F60"] if row[0].value == "分组"]
    assert [one.id + 1 for one in visits.row_breaks.brk] == heads[1:]
    listed = [one[0].value for one in visits["F4:F60"] if one[0].value != "分组"]
    assert listed[:50] == [f"村社：第{at}村" for at in range(50)]


def test_breaks_are_kept_in_the_file(path):
    write_month(quiet(), path)
    book = load_workbook(path)
    assert len(book["汇总"].row_breaks.brk) == 1
    assert book["时限"].print_title_rows is None
    found = add_case(datetime(2026, 10, 12, 9), concluded_at=datetime(2026, 10, 13, 9))
    Rating.create(
        case=found, round=1, at=datetime(2026, 10, 14), by="王芳", stars=Stars.ONE, words=""
    )
    write_month(report_month(2026, 10, NOW), path)
    book = load_workbook(path)
    for name, head in (("时限", "牵头单位"), ("评价与整改", "评价日期")):
        first = int(book[name].print_title_rows.split("$")[1].rstrip(":"))
        assert book[name].cell(first, 1).value == head
    assert datetime(2026, 10, 19) in [row[1].value for row in book["时限"].iter_rows()]


def test_what_the_cases_have_in_common_is_told_beside_the_other_months(path):
    report = busy()
    rows = written(path, report)["分类"]
    for group in report.breakdowns:
        *lines, whole = below(rows, f"按{group.name}")[1:]
        assert len(lines) == len(group.lines) > 2
        for row, one in zip(lines, group.lines, strict=True):
            assert row[0] == one.name
            assert row[1:7] == counted(one.received)
            assert row[7:13] == counted(one.completed)
            now, before, last_year, year = periods(one.in_time)
            shares = [*row[13:15], *row[16:22]]
            assert shares == [
                n for one in (now, before, last_year, year) for n in vars(one).values()
            ]
            assert [told(row[15]), told(row[22])] == [pytest.approx(of.ratio) for of in (now, year)]
        in_time = report.figure("按时办结率").now
        sums = [report.figure(name).now.part for name in ("受理（件）", "办结（件）")]
        assert [whole[at] for at in (0, 1, 7, 13, 14)] == ["合计", *sums, *vars(in_time).values()]


def test_more_of_a_kind_than_a_page_holds_stand_together(path):
    found_centre()
    for village in ("", *(f"第{number}村" for number in range(MOST + 3))):
        add_case(NOW.replace(month=10), applicant=add_person(village=None, village_text=village))
    rows = below(written(path, report_month(2026, 10, NOW))["分类"], "按村")[1:]
    assert [row[0] for row in rows[MOST:]] == ["其余3项", "未填", "合计"]
    assert [row[1] for row in rows[MOST:]] == [3, 1, MOST + 4]
