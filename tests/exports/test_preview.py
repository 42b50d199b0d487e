from datetime import date, datetime, timedelta
from random import Random

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment
from python_calamine import CalamineWorkbook

from app.deadlines.calendar import forget
from app.month import report_month
from exports.book import look
from exports.book.printed import A4_LANDSCAPE
from exports.book.shown import FORMATS, text_of
from exports.monthly_preview import preview_month
from exports.monthly_workbook import write_month
from models.choices import Cause
from tests.app.month_stores import add_case, fill_at_random, found_centre

NOW = datetime(2026, 11, 22, 8, 31, 5)
WHITE = "FFFFFF"


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def report():
    return report_month(2026, 10, NOW)


def sheets():
    return {one.name: one for one in preview_month(report())}


def words(sheet):
    return [said.text for page in sheet.pages for said in page.texts]


def test_what_the_workbook_says_is_what_its_preview_says(tmp_path):
    fill_at_random(Random(7), date(2026, 8, 1), date(2026, 11, 20), 120)
    path = tmp_path / "月报.xlsx"
    write_month(report(), path)
    book = CalamineWorkbook.from_path(path)
    previews = sheets()
    assert list(previews) == book.sheet_names
    for name, preview in previews.items():
        rows = book.get_sheet_by_name(name).to_python()
        printed = 15 if name == "汇总" else None  # beside it stand the figures of the charts
        told = {cell for row in rows for cell in row[:printed] if isinstance(cell, str) and cell}
        assert told - set(words(preview)) == set(), name


def test_every_text_and_line_lies_on_the_paper():
    fill_at_random(Random(8), date(2026, 8, 1), date(2026, 11, 20), 150)
    wide, high = A4_LANDSCAPE
    for page in (page for sheet in sheets().values() for page in sheet.pages):
        for left, top, width, height in (said.area for said in page.texts):
            assert 0 < left < left + width < wide
            assert 0 < top < top + height < high
        assert all(0 < x < wide and 0 < y < high for rule in page.rules for x, y in (rule.end,))


def test_a_long_ledger_has_its_heads_on_every_page_and_each_case_once():
    for day in range(75):
        add_case(datetime(2026, 10, 1, 8) + timedelta(hours=9 * day))
    pages = sheets()["明细台账"].pages
    texts = [[said.text for said in page.texts] for page in pages]
    assert len(pages) > 2
    assert all("受理编号" in text and "2026年10月明细台账" in text for text in texts)
    assert [text[-1] for text in texts] == [
        f"第{number}页　共{len(pages)}页" for number in range(1, len(pages) + 1)
    ]
    numbers = [one for text in texts for one in text if one.startswith("BBC-")]
    assert len(numbers) == len(set(numbers)) == 75


def test_what_is_late_stands_white_on_dark():
    add_case(datetime(2026, 10, 12), due_on=date(2026, 10, 14))
    page = sheets()["明细台账"].pages[0]
    late = next(said for said in page.texts if said.text == "已逾期")
    assert late.ink == WHITE
    assert {said.ink for said in page.texts if said is not late} == {"000000"}
    left, top = late.area[:2]
    under = [ground for ground in page.grounds if ground.colour == "A61B14"]
    assert len(under) == 1
    assert under[0].area[0] <= left
    assert under[0].area[1] <= top


def test_more_cases_of_a_cause_are_darker():
    for cause, number in ((Cause.DATA, 5), (Cause.POLICY, 1)):
        for _ in range(number):
            add_case(datetime(2026, 10, 12), cause=cause)
    page = sheets()["成因×单位"].pages[0]
    darkest = next(ground for ground in page.grounds if ground.colour == "8EA9C9")
    lighter = next(ground for ground in page.grounds if ground.colour == "E8EEF4")
    assert darkest.area[0] < lighter.area[0]


def test_the_charts_have_their_place_in_the_summary_alone():
    add_case(datetime(2026, 10, 12))
    found = {
        name: [one.of for page in sheet.pages for one in page.drawings]
        for name, sheet in sheets().items()
    }
    assert found.pop("汇总") == ["months", "causes"]
    assert not any(found.values())


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("General", 12, "12"),
        (look.COUNT, 1234, "1234"),
        (look.DECIMAL, 2.25, "2.3"),
        (look.RATIO, 0.0625, "6.3%"),
        (look.RATIO, 1.0, "100.0%"),
        (look.MORE, 3, "+3"),
        (look.MORE, -3, "-3"),
        (look.MORE, 0, "0"),
        (look.MORE_DAYS, -0.5, "-0.5"),
        (look.MORE_DAYS, 0.0, "0.0"),
        (look.POINTS, 5.6, "+5.6个百分点"),
        (look.POINTS, 0, "0.0个百分点"),
        (look.DAY, date(2026, 10, 9), "10月9日"),
        (look.FULL_DAY, date(2026, 10, 9), "2026-10-9"),
        (look.COUNT, "—", "—"),
        (look.COUNT, None, ""),
    ],
)
def test_a_value_is_shown_as_excel_shows_it(kind, value, shown):
    cell = Workbook().active.cell(1, 1, value)
    cell.number_format, cell.alignment = kind, Alignment()
    assert text_of(cell) == shown
    assert kind in FORMATS
