"""The superior's own table: filled in with all its looks, or not at all."""

import zipfile
from datetime import date, datetime

import openpyxl
import pdfplumber
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from python_calamine import CalamineWorkbook

from app.deadlines.calendar import forget
from app.errors import AppError
from app.month import report_month
from exports import template_file
from exports.monthly_template import fill_template
from exports.template_check import unknown_in
from tests.app.month_stores import add_case, add_person, found_centre
from tests.exports.office import convert, needs_office

NOW = datetime(2026, 11, 22, 8, 31, 5)
RED = PatternFill("solid", fgColor="FFFF0000")
THIN = Border(*[Side(style="thin")] * 4)


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def report(**options):
    return report_month(2026, 10, NOW, **options)


def cases(number, **changes):
    for at in range(number):
        add_case(datetime(2026, 10, 1 + at, 9), **changes)


@pytest.fixture
def form(tmp_path):
    """A table as a superior might send it: ledger row in the middle, a sum and a seal below."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "月报"
    sheet.merge_cells("A1:E1")
    sheet["A1"] = "{{中心}}{{月份}}工作月报"
    sheet["A1"].font = Font("SimHei", 20, bold=True)
    sheet["A2"], sheet["B2"] = "受理", "{{受理}}"
    sheet["C2"], sheet["D2"], sheet["E2"] = "{{ 按时办结率 }}", "{{受理:上月}}", "{{填报日期}}"
    sheet["C2"].number_format = "0%"
    sheet.append(["序号", "编号", "事项", "", "用时"])
    sheet.append(["{{#台账}}{{序号}}", "{{编号}}", "{{事项}}", "", "{{用时}}"])
    sheet.merge_cells("C4:D4")
    for cell in sheet[4]:
        cell.fill, cell.border = RED, THIN
    sheet.row_dimensions[4].height = 31
    sheet["A5"], sheet["E5"] = "合计", "=SUM(E4:E4)"
    sheet.row_dimensions[6].height = 55
    sheet.merge_cells("A6:B7")
    sheet["A6"], sheet["E6"] = "审核人：", "=E5*2"
    sheet.print_area = "A1:E7"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.oddHeader.center.text = "{{报送单位}}"
    sheet.column_dimensions["B"].width = 33
    sheet.conditional_formatting.add("E4:E4", CellIsRule("greaterThan", ["3"], fill=RED))
    choice = DataValidation("list", formula1='"是,否"')
    choice.add("B7")
    sheet.add_data_validation(choice)
    other = book.create_sheet("封面")
    other["A1"] = "=月报!E5"
    path = tmp_path / "表样.xlsx"
    book.save(path)
    return path


def filled(form, tmp_path, **options):
    path = tmp_path / "填好.xlsx"
    fill_template(report(**options), form, path)
    return path


def read(path, sheet="月报"):
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()


def test_every_placeholder_has_its_value_as_another_program_reads_it(form, tmp_path):
    cases(3, concluded_at=datetime(2026, 10, 12, 9))
    add_case(datetime(2026, 9, 10))
    rows = read(filled(form, tmp_path))
    assert rows[0][0] == "云溪镇便民服务中心2026年10月工作月报"
    assert rows[1][1] == 3
    assert rows[1][3] == 1
    assert rows[1][4] == date(2026, 11, 22)
    assert [row[0] for row in rows[3:6]] == [1, 2, 3]
    assert [row[2] for row in rows[3:6]] == ["居民身份证换领"] * 3
    assert rows[6][0] == "合计"
    assert rows[7][0] == "审核人："


def test_what_lies_below_the_ledger_moves_with_all_its_looks(form, tmp_path):
    cases(4)
    book = openpyxl.load_workbook(filled(form, tmp_path))
    sheet = book["月报"]
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert merged == {"A1:E1", "C4:D4", "C5:D5", "C6:D6", "C7:D7", "A9:B10"}
    assert [sheet.row_dimensions[row].height for row in (4, 5, 7, 9)] == [31, 31, 31, 55]
    assert {sheet.cell(7, column).fill.fgColor.rgb for column in (1, 2, 5)} == {"FFFF0000"}
    assert sheet["A7"].border.left.style == "thin"
    assert (sheet["E8"].value, sheet["E9"].value) == ("=SUM(E4:E7)", "=E8*2")
    assert book["封面"]["A1"].value == "=月报!E8"
    assert sheet.print_area == "'月报'!$A$1:$E$10"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.oddHeader.center.text == "临溪县政务办"
    assert sheet.column_dimensions["B"].width == 33
    (rule,) = sheet.conditional_formatting
    assert str(rule.sqref) == "E4:E7"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B10"
    assert (sheet["A1"].font.name, sheet["A1"].font.sz, sheet["A1"].font.b) == ("SimHei", 20, True)


def test_a_month_without_cases_leaves_the_row_empty(form, tmp_path):
    rows = read(filled(form, tmp_path))
    assert rows[3][:3] == ["", "", ""]
    assert rows[4][0] == "合计"


def test_a_rate_in_whole_percent_is_not_rounded_to_all(form, tmp_path):
    late = datetime(2026, 10, 30)
    for at in range(400):
        done = late if at == 0 else datetime(2026, 10, 2, 10)
        add_case(datetime(2026, 10, 2, 9), applicant=1 if at else add_person(), concluded_at=done)
    sheet = openpyxl.load_workbook(filled(form, tmp_path))["月报"]
    assert (sheet["C2"].value, sheet["C2"].number_format) == (0.99, "0%")


@pytest.mark.parametrize("typed", ["=1+1", "+1", "@SUM(A1)", "-2", "{{受理}}", "{{没有的}}"])
def test_what_people_typed_never_becomes_a_formula(form, tmp_path, typed):
    add_case(datetime(2026, 10, 2), matter=None, matter_text=typed)
    sheet = openpyxl.load_workbook(filled(form, tmp_path))["月报"]
    assert (sheet["C4"].value, sheet["C4"].data_type) == (typed, "s")


def change(form, cell, value, sheet="月报"):
    book = openpyxl.load_workbook(form)
    book[sheet][cell] = value
    book.save(form)


def test_unknown_placeholders_are_named_before_anything_is_written(form, tmp_path):
    change(form, "B2", "共{{受理了}}件")
    change(form, "D7", "{{事项}}")  # of a case, and not in its row
    change(form, "A2", "{{电话}}")
    change(form, "E7", "{{受理")
    found = unknown_in(openpyxl.load_workbook(form), report())
    assert [(one.sheet, one.cell, one.text, one.why) for one in found] == [
        ("月报", "A2", "{{电话}}", "遮盖的月报没有这一项"),
        ("月报", "B2", "{{受理了}}", "是不是 {{受理}}"),
        ("月报", "D7", "{{事项}}", "要写在有 {{#台账}} 或 {{#结转}} 的那一行里"),
        ("月报", "E7", "{{受理", "括号没有写完整"),
    ]
    with pytest.raises(AppError, match=r"“月报”B2 \{\{受理了\}\}"):
        filled(form, tmp_path)
    assert not (tmp_path / "填好.xlsx").exists()
    with pytest.raises(AppError, match="不能把填好的表存成模板自己"):
        fill_template(report(), form, form)


def test_what_tells_who_a_person_is_is_known_only_where_all_is_asked_for(form, tmp_path):
    cases(1)
    change(form, "B4", "{{电话}}")
    with pytest.raises(AppError, match="遮盖的月报没有这一项"):
        filled(form, tmp_path)
    assert read(filled(form, tmp_path, full=True))[3][1] == "10012345678"


def test_the_braces_of_a_chinese_keyboard_count_and_words_keep_their_own_looks(form, tmp_path):
    change(form, "A2", CellRichText("共", TextBlock(InlineFont(b=True), "｛｛受理｝｝"), "件"))
    cases(2)
    book = openpyxl.load_workbook(filled(form, tmp_path), rich_text=True)
    value = book["月报"]["A2"].value
    assert str(value) == "共2件"
    assert value[1].font.b


def test_the_parts_of_a_rate_and_what_was_not_known(form, tmp_path):
    change(form, "A2", "{{办结率：分子}}/{{办结率:分母}}，去年{{受理：去年同月}}，共{{办结率}}")
    cases(2)
    assert read(filled(form, tmp_path))[1][0] == "0/2，去年—，共0.0%"


def test_a_row_of_the_ledger_is_one_row_and_no_more(form, tmp_path):
    book = openpyxl.load_workbook(form)
    book["月报"].merge_cells("B4:B5")
    book.save(form)
    with pytest.raises(AppError, match="“月报”的B4:B5合并到了台账行的下一行"):
        filled(form, tmp_path)


def test_charts_rules_and_links_go_on_pointing_to_the_same(form, tmp_path):
    cases(3, matter=None, matter_text="很长的事项" * 8)
    book = openpyxl.load_workbook(form)
    sheet = book["月报"]
    sheet["C4"].alignment = Alignment(wrap_text=True)
    sheet["C6"] = "{{情况说明}}"
    sheet["D7"], sheet["D7"].number_format = "{{按时办结率}}", "@"
    sheet["C7"].hyperlink = "https://example.org/"
    sheet.conditional_formatting.add("D7", FormulaRule(["$E$5>$E$6"], fill=RED))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=4, max_row=5))
    book["封面"].add_chart(chart, "C3")
    book.save(form)
    book = openpyxl.load_workbook(filled(form, tmp_path))
    sheet = book["月报"]
    (drawn,) = book["封面"]._charts
    assert drawn.series[0].val.numRef.f == "'月报'!$E$4:$E$7"
    assert ["$E$7>$E$8"] in [one.rules[0].formula for one in sheet.conditional_formatting]
    assert sheet["C9"].hyperlink.target == "https://example.org/"
    assert sheet["D9"].value == "0.0%"
    assert sheet["C8"].value.startswith("一、基本情况\n本月受理3件")
    assert sheet.row_dimensions[5].height > 31


def packed(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, text in parts.items():
            whole.writestr(name.replace("__", "/") + ".xml", text)
    return path


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_text("受理,办结"), "不是Excel工作簿"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600), "旧格式"),
        (lambda path: packed(path, xl__workbook="<x/>"), "不是Excel工作簿"),
        (lambda path: packed(path, xl__workbook="<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "不是Excel"),
        (lambda path: packed(path, xl__workbook="<x/>", xl__big=" " * 3_000_000), "太大"),
        (lambda path: path.unlink(missing_ok=True), "没有找到模板"),
        (lambda path: openpyxl.Workbook().save(path), "一个占位也没有"),
    ],
)
def test_what_is_no_template_is_said_and_nothing_is_written(tmp_path, make, sentence):
    path = tmp_path / "t.xlsx"
    make(path)
    with pytest.raises(AppError, match=sentence):
        fill_template(report(), path, tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


def test_a_file_too_large_is_not_even_opened(form, tmp_path, monkeypatch):
    monkeypatch.setattr(template_file, "LARGEST", 100)
    with pytest.raises(AppError, match="太大"):
        fill_template(report(), form, tmp_path / "out.xlsx")


@needs_office
def test_libreoffice_opens_it_and_prints_the_area(form, tmp_path):
    cases(12, concluded_at=datetime(2026, 10, 20, 9))
    with pdfplumber.open(convert(filled(form, tmp_path), "pdf", tmp_path)) as pdf:
        words = "".join("".join(page.extract_text().split()) for page in pdf.pages)
    assert "2026年10月工作月报" in words
    assert words.count("居民身份证换领") == 12
    assert "审核人" in words
