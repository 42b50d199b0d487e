"""The workbook of a closed month made again, and the sheet that tells what was corrected since."""

from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook

from app.access.second_person import SignOff
from app.deadlines.calendar import forget
from app.directory import Who
from app.month import list_exports, record_export, report_month, report_of
from app.month.locks import lock_month, unlock_month
from exports.monthly_workbook import write_month
from models import Case, CaseEvent
from models.choices import Act, Cause
from tests.app.month_stores import add_case, found_centre

OCTOBER = date(2026, 10, 1)
IN_OCTOBER = datetime(2026, 10, 12, 9)
LOCKED_AT, NOW = datetime(2026, 11, 5, 10, 30), datetime(2026, 11, 22, 8, 31)
WANG = Who(1, "王芳", "01")


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def cells(path):
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def corrected(case):
    Case.update(cause=Cause.DATA).where(Case.id == case).execute()
    line = {"case": case, "at": datetime(2026, 11, 10, 9), "by": "李明", "note": ""}
    CaseEvent.create(**line, act=Act.EDIT, field="成因")


@pytest.mark.parametrize("full", [False, True])
def test_what_was_made_of_a_closed_month_is_made_again_cell_by_cell(tmp_path, full):
    case = add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    report = report_month(2026, 10, LOCKED_AT, full=full)
    write_month(report, tmp_path / "sent.xlsx")
    record_export(report, "sent.xlsx", WANG, LOCKED_AT)
    corrected(case)
    unlock_month(OCTOBER, "漏登", SignOff(signed_on_paper="周建平"), "", WANG, NOW)
    add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, NOW)
    (made,) = list_exports()
    again = report_of(made.lock_id, full=made.full)
    write_month(again, tmp_path / "again.xlsx")
    assert again.checksum == made.checksum
    assert cells(tmp_path / "again.xlsx") == cells(tmp_path / "sent.xlsx")
    assert report.seal.checksum in str(cells(tmp_path / "sent.xlsx")["说明"])
    write_month(report_month(2026, 10, NOW, full=full), tmp_path / "new.xlsx")
    remark = "重新封账的第2版。更正以前报出的"
    assert cells(tmp_path / "new.xlsx")["封面"][3][0].startswith(remark)


def test_the_next_months_workbook_tells_what_was_corrected(tmp_path):
    case = add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    corrected(case)
    write_month(report_month(2026, 11, NOW), tmp_path / "m.xlsx")
    told = cells(tmp_path / "m.xlsx")
    assert [[str(one) for one in told["更正"][4][:1]], told["更正"][4][1:]] == [
        ["1.0"],
        [
            "2026年10月\n第1版",
            "明细台账",
            Case.get().number,
            "成因",
            Cause.CHANNELS.label,
            Cause.DATA.label,
            "2026-11-10",
            "李明",
            "更正",
        ],
    ]
    assert "更正以前报出的1处，见“更正”。" in told["封面"][3][0]


def test_where_nothing_is_to_be_corrected_there_is_no_such_sheet(tmp_path):
    add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    write_month(report_month(2026, 11, NOW), tmp_path / "m.xlsx")
    told = cells(tmp_path / "m.xlsx")
    assert "更正" not in str([*told, told["封面"]])
