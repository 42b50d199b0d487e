"""The sheet 考核 of the monthly workbook, read back by another library."""

from datetime import datetime

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from app.appraisal.appraise import TOO_FEW
from app.deadlines.calendar import forget
from app.month import report_month
from exports.monthly_preview import preview_month
from exports.monthly_workbook import write_month
from models.choices import Act, Merit, ReviewStep
from tests.app import appraising as a
from tests.app.month_stores import UNITS, found_centre

NOW = datetime(2026, 12, 2, 9)


@pytest.fixture
def filled(store):
    """A unit late twice, once left out; another with a few good answers."""
    forget()
    found_centre()
    late = [a.share(a.a_case()) for _ in range(2)]
    a.reviewed(late[1].case_id, Merit.OVERDUE, f"share:{late[1].id}", ReviewStep.EXCLUDED)
    for _ in range(3):
        a.accepted(a.a_case(), 2, replied=a.at(10, 14))
    a.line(late[0].case_id, Act.SEND_BACK, f"{UNITS[0]}：盛建军的材料没有看", a.at(11, 20))


def written(tmp_path, month):
    path = tmp_path / "月报.xlsx"
    write_month(report_month(2026, month, NOW), path)
    return path


def rows(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_name("考核").to_python()


def test_units_and_points_stand_on_a_sheet_of_their_own(filled, tmp_path):
    found = rows(written(tmp_path, 11))
    assert found[0][0] == "2026年第4季度单位考核（到2026年11月底）"
    units = {row[0]: row for row in found[4:6]}
    assert units[UNITS[0]][1:5] == [2.0, 0.0, -7.0, TOO_FEW]
    assert units[UNITS[1]][1:5] == [3.0, 9.0, 0.0, 9.0]
    points = [row for row in found if str(row[4]).startswith("BBC")]
    assert [row[2] for row in points if row[0] == UNITS[0]] == [-5.0, -5.0, -2.0]
    assert sum(row[2] for row in points if row[0] == UNITS[1]) == 9
    assert "已排除" in points[1][7]


def test_what_people_wrote_of_a_case_does_not_go_up(filled, tmp_path):
    told = str(rows(written(tmp_path, 11)))
    assert "答复退回" in told
    assert "盛建军" not in told


def test_a_month_tells_the_quarter_as_far_as_it_went_then(filled, tmp_path):
    points = [row for row in rows(written(tmp_path, 10)) if str(row[4]).startswith("BBC")]
    assert "答复不合格退回" not in {row[3] for row in points}
    assert len(points) == 8


def test_what_was_left_out_is_struck_through_in_the_workbook_and_on_the_screen(filled, tmp_path):
    sheet = load_workbook(written(tmp_path, 11))["考核"]
    struck = [cell.value for row in sheet for cell in row if cell.font.strike]
    assert struck == [-5, "超期"]
    printed = next(one for one in preview_month(report_month(2026, 11, NOW)) if one.name == "考核")
    texts = [said.text for page in printed.pages for said in page.texts if said.struck]
    assert texts == ["-5", "超期"]


def test_without_anything_to_tell_there_is_no_sheet(store, tmp_path):
    forget()
    found_centre()
    names = CalamineWorkbook.from_path(written(tmp_path, 11)).sheet_names
    assert "考核" not in names
