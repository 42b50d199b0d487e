import hashlib
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pdfplumber
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from app.deadlines.calendar import forget
from app.errors import CannotWrite
from app.month import report_month
from app.visits.outcomes import OutcomeDraft, record_outcome
from app.visits.requests import request_visit
from exports.monthly_preview import preview_month
from exports.monthly_workbook import write_month
from models import Centre
from models.choices import Cause, UnitRole, VisitOutcome
from tests import makers, visiting
from tests.app.month_stores import (
    add_case,
    add_person,
    add_reception,
    add_unit,
    fill_at_random,
    found_centre,
)
from tests.exports.office import convert, needs_office

NOW = datetime(2026, 11, 22, 8, 31, 5)
SHEETS = [
    "封面",
    "汇总",
    "明细台账",
    "上月结转",
    "分类",
    "成因×单位",
    "时限",
    "评价与整改",
    "上门服务",
    "一类事",
    "说明",
]
PRIVATE = ("10012345678", "11010119491231002X", "王秀英", "3组12号", "卧床")
HOSTILE = (
    "=cmd|'/c calc'!A0",
    "+1+2",
    "-2+3",
    "@SUM(A1)",
    "=HYPERLINK(\"http://a.example\",\"点我\")",
    "{=1}",
    "<b>粗</b>&amp;",
    "王\x00秀\x1b英",
    "𬎆𠅤〓",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "月报 2026-10.xlsx"


def at(month, day, hour=9):
    return datetime(2026, month, day, hour)


def some_cases():
    """Two kept their dates, one was late, one still is, one waits; and a late one of September."""
    add_case(at(9, 28), concluded_at=at(10, 9), due_on=date(2026, 10, 8), problem="卧床")
    add_case(at(10, 12), concluded_at=at(10, 12, 16), cause=Cause.DATA)
    add_case(at(10, 13), concluded_at=at(10, 15), matter=2)
    add_case(at(10, 14), concluded_at=at(10, 30), matter=3)
    add_case(at(10, 15), matter=None, matter_text="一件没有列入清单的事")
    waiting = add_case(at(10, 30), cause=None)
    add_unit(waiting, UnitRole.LEAD, "镇残联")
    add_unit(waiting, UnitRole.CO_HANDLER, "县医保局")
    add_reception(at(10, 12))


def report(**options):
    return report_month(2026, 10, NOW, **options)


def written(path, **options):
    write_month(report(**options), path)
    return path


def read(path):
    """With another library than wrote it."""
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def listed(rows):
    return [row for row in rows if isinstance(row[0], float)]


def parts_of(path):
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}


def told(path):
    return "\n".join(parts_of(path).values())


def test_every_sheet_tells_of_the_same_cases(path):
    fill_at_random(Random(7), date(2026, 8, 1), date(2026, 11, 20), 120)
    sheets = read(written(path))
    assert list(sheets) == SHEETS
    summary = {row[0]: row for row in sheets["汇总"]}
    ledger, carried = listed(sheets["明细台账"]), listed(sheets["上月结转"])
    assert len(ledger) == summary["受理（件）"][1]
    assert len(carried) == summary["期初在办（件）"][1]
    late = [row for row in ledger + carried if row[14] == "已逾期"]
    assert len(late) == summary["其中：已逾期"][1]
    assert (
        sum(row[13] for row in ledger + carried if row[13] != "—")
        == (summary["平均用时（工作日）"][1])
    )
    total = {row[0]: row for row in sheets["成因×单位"]}["合计"]
    assert total[-2] == sum(total[1:-2]) == len(ledger)


def test_a_ratio_stands_beside_its_two_numbers(path):
    some_cases()
    rows = {row[0]: row for row in read(written(path))["汇总"]}
    assert rows["按时办结率"][1:4] == [2, 5, 0.4]
    assert rows["当天办结率"][1:4] == [1, 4, 0.25]
    assert rows["办结率"][1:7] == [3, 5, 0.6, 0, 1, 0]
    assert rows["办结率"][13:15] == [60, "—"]
    assert rows["办结率"][7:10] == ["—", "—", "—"]


def test_cells_are_numbers_and_days_not_words(path):
    some_cases()
    first = listed(read(written(path))["明细台账"])[0]
    assert first[2] == date(2026, 10, 12)
    assert first[11:14] == [date(2026, 10, 19), date(2026, 10, 12), 0]
    sheets = load_workbook(path)
    assert sheets["明细台账"]["C4"].number_format == 'm"月"d"日"'
    formats = {row[0].value: row[3].number_format for row in sheets["汇总"].iter_rows(min_row=3)}
    assert formats["办结率"] == "0.0%"
    assert formats["平均用时（工作日）"] == "0.0"


@pytest.mark.parametrize("words", HOSTILE)
def test_what_people_typed_never_becomes_a_formula(path, words):
    person = add_person(name=words, address=words, phone=words, village=None, village_text=words)
    case = add_case(at(10, 12), applicant=person, matter=None, matter_text=words, problem=words)
    add_unit(case, UnitRole.LEAD, words)
    Centre.update(name=words).execute()
    row = listed(read(written(path, full=True))["明细台账"])[0]
    shown = words.replace("\x00", "").replace("\x1b", "")
    assert [row[at] for at in (3, 4, 6, 9, 16, 18, 19)] == [shown] * 7
    assert not [name for name, xml in parts_of(path).items() if "<f>" in xml and "sheet" in name]
    cell = load_workbook(path)["明细台账"]["G4"]
    assert cell.data_type == "s"
    assert bool(cell.quotePrefix) == (words[0] in "=+-@")  # nor after it was edited in Excel


def test_persons_are_masked_by_default(path):
    some_cases()
    words = told(written(path))
    assert "王**" in words
    assert not [private for private in PRIVATE if private in words]
    notes = dict(row[:2] for row in read(path)["说明"])
    assert notes["个人信息"].startswith("反映人只留姓氏，不列电话、证件号码、住址")
    assert "没有登记的人、只写名字或外号的，程序认不出来" in notes["个人信息"]


def test_the_full_ledger_says_that_it_is_and_prints_no_number(path):
    some_cases()
    words = told(written(path, full=True))
    assert all(private in words for private in PRIVATE)
    sheets = read(path)
    assert "内部资料" in sheets["封面"][3][0]
    assert "内部资料" in dict(row[:2] for row in sheets["说明"])["个人信息"]
    assert load_workbook(path)["明细台账"].print_area == "'明细台账'!$A$1:$P$8"


@pytest.mark.parametrize(("cases", "full"), [(60, False), (60, True), (0, False)])
def test_the_checksum_can_be_found_again_from_the_sheets(path, cases, full):
    if cases:
        fill_at_random(Random(3), date(2026, 8, 1), date(2026, 11, 20), cases)
        add_case(at(10, 12), problem="一\n二", matter=None, matter_text="=1")
    sheets = read(written(path, full=full))
    rows = listed(sheets["明细台账"]) + listed(sheets["上月结转"])
    told = [["2026-10"], *figures_of(sheets), *(row[1:] for row in rows)]
    lines = ["\t".join(map(as_told, row)) for row in told]
    notes = dict(row[:2] for row in sheets["说明"])
    found = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert found == notes["月报校验值"] == report(full=full).checksum


def figures_of(sheets):
    """As 说明 says to read them."""
    rows = sheets["汇总"]
    counts, ratios, end = (
        next(at for at, row in enumerate(rows) if str(row[at_column]).startswith(head))
        for at_column, head in ((1, "本月\n"), (1, "分子"), (0, "比率、平均"))
    )
    yield from ([row[0], *row[1:13:3]] for row in rows[counts + 1 : ratios])
    for row in rows[ratios + 1 : end]:
        yield [row[0], *(cell for at, cell in enumerate(row[1:13]) if at % 3 < 2)]
    told = ("需求（件）", "上门（次）", "办成（次）", "服务人数", "趟数")
    yield from (row[2:4] for row in sheets["上门服务"] if row[2] in told)


def as_told(cell):
    if isinstance(cell, float):
        return str(int(cell))
    return "" if cell == "—" else str(cell)


def test_the_notes_say_period_counts_definitions_and_program(path):
    some_cases()
    notes = {row[0]: row[1] for row in read(written(path))["说明"]}
    assert notes["统计期间"] == "2026年10月1日至2026年10月31日"
    assert notes["台账件数"] == "明细台账5件，上月结转1件"
    assert notes["生成程序"].startswith("办得成 ")
    assert notes["生成时间"] == "2026年11月22日8时31分"
    for one in report().measures:
        assert notes[one.name] == one.meaning
    for one in report().breakdowns:
        assert f"{one.name}：{one.meaning}。" in notes["分类"]


def test_the_cover_tells_the_month_in_words_and_leads_to_every_sheet(path):
    some_cases()
    cover = read(written(path))["封面"]
    told = [row[0] for row in cover if isinstance(row[0], str)]
    assert "一、基本情况" in told
    assert "　　" + report().story.split("\n")[1] in told
    names = [cell for row in cover for cell in row if cell in SHEETS]
    assert names == SHEETS[1:]


def test_an_unfinished_month_says_up_to_when_and_is_not_held_against_whole_ones(path):
    add_case(at(10, 20))
    add_case(at(11, 20))
    write_month(report_month(2026, 11, NOW), path)
    sheets = read(path)
    assert "本月未完，截至2026年11月22日。" in sheets["封面"][3][0]
    (received,) = [row for row in sheets["汇总"] if row[0] == "受理（件）"]
    assert (received[1], received[4], received[13:15]) == (1, 1, ["—", "—"])
    assert "不和以前整月的数比较" in told(path)


def test_visits_are_counted_and_listed_with_nobody_named(path):
    who = makers.clerk()
    helpers = visiting.crew()
    asked, day = at(10, 12), date(2026, 10, 14)
    visit = request_visit(visiting.draft(people=3), who, asked)
    visiting.planned(visit, helpers, asked, day=day)
    there = {"arrived_at": at(10, 14), "left_at": at(10, 14, 10)}
    said = OutcomeDraft(outcome=VisitOutcome.DONE, **there)
    record_outcome(visit, said, who, at(10, 14, 11))
    request_visit(visiting.draft(village="没去的村"), who, at(10, 30))
    rows = read(written(path))["上门服务"]
    figures = {row[2]: row[3] for row in rows[3:15]}
    assert (figures["需求（件）"], figures["上门（次）"], figures["一次办成（次）"]) == (2, 1, 1)
    assert (figures["每趟人数"], figures["等候中位数（日）"]) == (3, 2)
    groups = {row[5]: row[6:10] for row in rows[3:14]}
    assert groups["村社：石门村"] == [1, 1, 1, 1]
    assert groups["村社：没去的村"] == [1, 0, 0, "—"]
    assert figures["结果：办成"] == 1
    (line,) = listed(rows)
    assert (line[2], line[5], line[8]) == ("刘**等3人", "陈浩、周敏", "办成")
    assert "刘秀珍" not in told(path)


def test_a_month_without_a_visit_says_so(path):
    rows = read(written(path))["上门服务"]
    assert rows[-1][0] == "本月没有上门。"
    assert {row[2]: row[3] for row in rows[3:14]}["每趟上门（次）"] == "—"


def test_a_month_without_a_case_is_a_zero_report(path):
    sheets = read(written(path))
    assert list(sheets) == SHEETS
    assert "零报告：本月没有受理反映件。" in sheets["封面"][3][0]
    assert sheets["明细台账"][3][0] == "本月没有受理反映件。"
    assert {row[0]: row for row in sheets["汇总"]}["办结率"][1:4] == [0, 0, "—"]
    assert "#DIV/0!" not in told(path)


def test_it_is_set_up_to_be_printed(path):
    some_cases()
    for sheet in load_workbook(written(path)):
        setup = sheet.page_setup
        assert (setup.orientation, str(setup.paperSize), setup.fitToWidth) == ("landscape", "9", 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in sheet.oddFooter.right.text
    for name in ("明细台账", "上月结转"):
        ledger = load_workbook(path)[name]
        assert ledger.print_title_rows == "$1:$3"
        assert ledger.freeze_panes == "C4"
        assert ledger.auto_filter.ref.startswith("A3:P")


def test_every_row_that_says_something_has_its_height(path):
    some_cases()
    add_case(at(10, 16), matter=None, matter_text="很长的事项" * 16)
    for sheet in load_workbook(written(path)):
        for row in sheet.iter_rows(max_col=16):
            if any(cell.value not in (None, "") for cell in row):
                assert sheet.row_dimensions[row[0].row].height, f"{sheet.title} {row[0].row}"
    heights = [one.height for one in load_workbook(path)["明细台账"].row_dimensions.values()]
    assert max(heights) > 90


def test_it_is_not_written_at_all_when_it_is_stopped(path):
    class Stopped(Exception):
        pass

    def stop(done, total):
        if done > 50:
            raise Stopped

    for _ in range(60):
        add_case(at(10, 12))
    path.write_text("before")
    with pytest.raises(Stopped):
        write_month(report(), path, stop)
    assert path.read_text() == "before"
    assert [one for one in path.parent.iterdir() if one.is_file()] == [path]


def test_it_says_how_far_it_is(path):
    heard = []
    for _ in range(120):
        add_case(at(10, 12))
    write_month(report(), path, lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    assert heard[0] == (0, 241)  # each case has a row of its own, and one for its date
    assert heard[-1] == (241, 241)
    assert len(heard) > 3


def test_a_place_that_cannot_be_written_ends_in_a_sentence(tmp_path):
    with pytest.raises(CannotWrite, match="文件夹不存在"):
        write_month(report(), tmp_path / "gone" / "月报.xlsx")
    assert not (tmp_path / "gone").exists()


@needs_office
def test_libreoffice_prints_it_one_page_wide_with_the_heads_on_every_page(path, tmp_path):
    for day in range(60):
        add_case(at(10, 1) + timedelta(hours=12 * day), concluded_at=at(10, 31, 17))
    with pdfplumber.open(convert(written(path), "pdf", tmp_path)) as pdf:
        assert all(page.width > page.height for page in pdf.pages)
        words = ["".join(page.extract_text().split()) for page in pdf.pages]
    feet = [re.search(r"(\D+)第(\d+)页共(\d+)页$", page) for page in words]
    assert [int(foot[2]) for foot in feet] == list(range(1, len(words) + 1))
    of_ledger = [page for page, foot in zip(words, feet, strict=True) if foot[1].endswith("台账")]
    assert 3 <= len(of_ledger) <= 6
    assert all("序号受理编号受理反映人" in page for page in of_ledger)
    assert all("结局" in page for page in of_ledger)
    alone = ("封面", "上月结转", "成因×单位", "评价与整改", "上门服务", "一类事")
    twice = ("汇总", "分类", "时限")
    for name, pages in (*((one, 1) for one in alone), *((one, 2) for one in twice), ("说明", 3)):
        assert sum(foot[1].endswith(name) for foot in feet) == pages, name
    assert not [page for page in words if "###" in page or "Err:" in page or "#NAME" in page]


@needs_office
def test_libreoffice_keeps_every_cell_as_it_is(path, tmp_path):
    some_cases()
    for words in HOSTILE:
        add_case(at(10, 20), matter=None, matter_text=words)
    again = tmp_path / "again"
    again.mkdir()
    copy = convert(written(path, full=True), "xlsx", again)
    before, after = read(path), read(copy)
    assert list(after) == SHEETS
    for name in SHEETS:
        assert squeezed(after[name]) == squeezed(before[name]), name
    cells = [cell for sheet in load_workbook(copy) for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type in {"f", "e"}]


def squeezed(rows):
    """Without the empty cells at the ends, which every program keeps in its own way."""
    lines = [tuple(row) for row in rows]
    while lines and not any(cell != "" for cell in lines[-1]):
        lines.pop()
    return [tuple(_plain(cell) for cell in line if cell != "") for line in lines]


def _plain(cell):
    return round(cell, 12) if isinstance(cell, float) else cell


def test_a_ledger_longer_than_any_other_is_written_whole_and_shown_in_part(path):
    """Its rows are made as they are written; what is looked at before is the beginning."""
    add_case(at(10, 12))
    made = report()
    (row,) = made.ledger
    long = replace(made, ledger=tuple(replace(row, number=f"第{n}件") for n in range(2100)))
    write_month(long, path)
    numbers = [one[1] for one in listed(read(path)["明细台账"])]
    assert numbers == [f"第{n}件" for n in range(2100)]
    shown = next(one for one in preview_month(long) if one.name == "明细台账")
    said = [text.text for page in shown.pages for text in page.texts]
    assert "预览只列前2000行，导出的表是全的。" in said
    assert "第1999件" in said
    assert "第2000件" not in said
