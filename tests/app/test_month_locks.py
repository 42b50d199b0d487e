"""Closing a month: what is kept of it, who may open it again, and what is told of it later."""

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.access.new_passwords import NewPassword, set_password
from app.access.second_person import SignOff
from app.centre import get_centre, save_centre
from app.closed_months import before_recording, before_saving
from app.deadlines.calendar import forget
from app.desk.standings import list_standings
from app.directory import StaffDraft, Who, get_staff, save_staff
from app.errors import AppError, Invalid
from app.month import list_exports, look_at_month, record_export, report_month, report_of
from app.month.kept import DamagedMonth
from app.month.locks import list_versions, lock_month, lock_of, not_lockable, unlock_month
from app.store.check import check
from app.visits.outcomes import OutcomeDraft, record_outcome
from app.visits.requests import request_visit
from models import Case, CaseEvent, MonthLock, SignInEvent, Village, Visit, database
from models.choices import Act, Cause, Ending, Role, Status, VisitOutcome
from tests import visiting
from tests.app.month_stores import add_case, add_person, add_reception, found_centre

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
IN_OCTOBER = datetime(2026, 10, 12, 9)
LOCKED_AT = datetime(2026, 11, 5, 10, 30)
NOW = datetime(2026, 11, 22, 8, 31, 5)
LATER = datetime(2026, 12, 4, 9)
WANG = Who(1, "王芳", "01")
ON_PAPER = SignOff(signed_on_paper="周建平")
SECRET = "shimen-2026"


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def october(now=NOW, **options):
    return report_month(2026, 10, now, **options)


def change(case, act=Act.EDIT, at=NOW, by="李明", field="", **columns):
    """As an act at the desk leaves it: the case changed, with its line of history."""
    if columns:
        Case.update(**columns).where(Case.id == case).execute()
    line = {"case": case, "at": at, "by": by, "act": act, "note": "", "field": field}
    CaseEvent.create(**line)


def came_late(received_at, **changes):
    """Registered only now, as of an earlier day."""
    case = add_case(received_at, **changes)
    change(case, Act.REGISTER)
    return case


def whose(report, figure):
    (found,) = {(one.by, one.at, one.act) for one in report.corrections if one.subject == figure}
    return found


def opened_again(first=OCTOBER, reason="漏登一件", now=NOW):
    unlock_month(first, reason, ON_PAPER, "", WANG, now)


def told(report):
    return {
        (one.sheet, one.column or one.subject): (one.was, one.now) for one in report.corrections
    }


def test_a_closed_month_stays_as_it_was():
    case = add_case(IN_OCTOBER, applicant=add_person(name="欧阳小敏"))
    counted, in_full = october(LOCKED_AT), october(LOCKED_AT, full=True)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    change(case, cause=Cause.DATA)
    add_case(IN_OCTOBER)
    save_centre(replace(get_centre(), name="别的中心"))
    assert replace(october(), seal=None) == counted
    assert replace(october(full=True), seal=None) == in_full
    assert october(full=True).ledger[0].person == "欧阳小敏"
    assert october().locked_at == LOCKED_AT


def test_a_closed_month_says_which_version_it_is():
    lock_month(OCTOBER, WANG, LOCKED_AT)
    seal, kept = october().seal, MonthLock.get()
    assert (seal.version, seal.by, seal.checksum) == (1, "王芳", kept.checksum)
    assert seal.lock_id == lock_of(OCTOBER).id == kept.id


@pytest.mark.parametrize(
    ("first", "today", "why"),
    [
        (OCTOBER, date(2026, 10, 31), "2026年10月还没有过完"),
        (OCTOBER, date(2026, 11, 1), ""),
        (DECEMBER, date(2026, 12, 31), "2026年12月还没有过完"),
        (DECEMBER, date(2027, 1, 1), ""),
    ],
)
def test_only_a_month_that_has_passed_is_closed(first, today, why):
    assert not_lockable(first, today)[: len(why)] == why
    assert bool(not_lockable(first, today)) == bool(why)


def test_a_month_is_closed_once():
    lock_month(OCTOBER, WANG, LOCKED_AT)
    with pytest.raises(AppError, match=r"已经封账（王芳，2026-11-05 10:30）"):
        lock_month(OCTOBER, WANG, NOW)
    assert MonthLock.select().count() == 1


def test_what_another_program_saves_while_it_is_counted_is_in_it(store):
    add_case(IN_OCTOBER)
    writes = [
        "UPDATE \"case\" SET cause = 'data'",
        """INSERT INTO case_event (case_id, at, by, act, note, field, before, after)
        VALUES (1, '2026-11-05 10:29:00', '李明', 'edit', '', '成因', '', '')""",
    ]

    def overtake(statement):
        """Between the counting and the closing."""
        if statement.startswith("BEGIN IMMEDIATE"):
            with closing(sqlite3.connect(store)) as other, other:
                while writes:
                    other.execute(writes.pop(0))

    database.connection().set_trace_callback(overtake)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    database.connection().set_trace_callback(None)
    assert october().ledger[0].cause == Cause.DATA.label
    assert report_month(2026, 11, NOW).corrections == ()


def test_a_month_that_is_not_over_leaves_nothing():
    with pytest.raises(AppError, match="还没有过完"):
        lock_month(NOVEMBER, WANG, NOW)
    assert list_versions(NOVEMBER) == []


@pytest.mark.parametrize(
    ("reason", "signed", "field"),
    [
        ("", ON_PAPER, "reason"),
        (" \n", ON_PAPER, "reason"),
        ("字" * 4001, ON_PAPER, "reason"),
        ("漏登", SignOff(), "approver"),
        ("漏登", SignOff(approver=1), "approver"),
        ("漏登", SignOff(signed_on_paper="王芳"), "signed_on_paper"),
        ("漏登", SignOff(approver=2, signed_on_paper="周建平"), "signed_on_paper"),
    ],
)
def test_it_is_opened_again_with_a_reason_and_by_two(reason, signed, field):
    lock_month(OCTOBER, WANG, LOCKED_AT)
    with pytest.raises(Invalid) as wrong:
        unlock_month(OCTOBER, reason, signed, "", WANG, NOW)
    assert list(wrong.value.problems) == [field]
    assert lock_of(OCTOBER)


def test_the_second_person_proves_who_they_are_and_a_wrong_password_counts():
    leader = save_staff(StaffDraft(name="李国强", work_number="05", role=Role.LEADER))
    set_password(leader, NewPassword(password=SECRET, again=SECRET), get_staff(leader), NOW)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    before = SignInEvent.select().count()
    with pytest.raises(Invalid, match="密码不对"):
        unlock_month(OCTOBER, "漏登", SignOff(approver=leader), "wrong", WANG, NOW)
    assert (SignInEvent.select().count(), bool(lock_of(OCTOBER))) == (before + 1, True)
    unlock_month(OCTOBER, "漏登", SignOff(approver=leader), SECRET, WANG, NOW)
    assert list_versions(OCTOBER)[0].unlocked_with == "李国强"


def test_every_version_is_kept_with_why_it_was_opened():
    case = add_case(IN_OCTOBER)
    first = lock_month(OCTOBER, WANG, LOCKED_AT)
    opened_again()
    assert october().locked_at is None
    change(case, cause=Cause.DATA)
    lock_month(OCTOBER, WANG, NOW)
    two, one = list_versions(OCTOBER)
    assert (two.version, two.unlocked_at) == (2, None)
    assert (one.version, one.unlocked_with) == (1, "周建平（纸质签字）")
    assert (one.unlocked_by, one.unlock_reason, one.unlocked_at) == ("王芳", "漏登一件", NOW)
    assert report_of(first.id).ledger[0].cause == Cause.CHANNELS.label
    assert october().ledger[0].cause == Cause.DATA.label


def test_what_is_not_closed_cannot_be_opened():
    with pytest.raises(AppError, match="没有封账"):
        opened_again()


def test_the_second_version_tells_what_it_says_otherwise_than_the_first():
    case = add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    opened_again()
    change(case, cause=Cause.DATA)
    lock_month(OCTOBER, WANG, NOW)
    assert told(october()) == {("明细台账", "成因"): (Cause.CHANNELS.label, Cause.DATA.label)}
    assert report_month(2026, 11, NOW).corrections == ()


def test_a_later_change_is_told_in_the_next_report_with_who_made_it():
    case = add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    change(case, at=datetime(2026, 11, 10, 9), by="王芳", field="成因", cause=Cause.DATA)
    change(case, Act.PROGRESS, at=datetime(2026, 11, 20, 9))
    (one,) = report_month(2026, 11, NOW).corrections
    assert (one.month, one.version, one.subject) == (OCTOBER, 1, Case.get().number)
    assert (one.column, one.was, one.now) == ("成因", Cause.CHANNELS.label, Cause.DATA.label)
    assert (one.by, one.act, one.at) == ("王芳", "更正", datetime(2026, 11, 10, 9))


def test_figures_and_rows_that_came_or_went_are_told():
    late = add_case(IN_OCTOBER, concluded_at=IN_OCTOBER + timedelta(days=1))
    lock_month(OCTOBER, WANG, LOCKED_AT)
    in_november = datetime(2026, 11, 2, 9)
    change(late, field="受理时间", received_at=in_november, concluded_at=in_november)
    came_late(datetime(2026, 10, 20, 9))
    report = report_month(2026, 11, NOW)
    assert told(report)["汇总", "办结（件）"] == ("1", "0")
    assert told(report)["汇总", "办结率"] == ("1/1", "0/1")
    number = Case.get_by_id(2).number
    assert whose(report, "办结率") == ("李明", NOW, f"{number}等2件")
    rows = [one for one in report.corrections if one.column == "整行"]
    assert [(one.was, one.now[:10]) for one in rows] == [
        ("列在本月", "不列在本月"),
        ("原来没有", "2026-10-20"),
    ]


def test_what_was_told_is_told_once_and_again_only_where_it_changes_again():
    case, other = add_case(IN_OCTOBER), add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    change(case, cause=Cause.DATA)
    lock_month(NOVEMBER, WANG, LATER)
    assert len(report_month(2026, 11, LATER).corrections) == 1
    assert report_month(2026, 12, LATER).corrections == ()
    change(case, at=LATER, cause=Cause.POLICY)
    change(other, at=LATER, cause=Cause.DATA)
    assert [(one.was, one.now) for one in report_month(2026, 12, LATER).corrections] == [
        (Cause.DATA.label, Cause.POLICY.label),
        (Cause.CHANNELS.label, Cause.DATA.label),
        # Those of October that are still open stand in November's ledger too.
        (Cause.DATA.label, Cause.POLICY.label),
        (Cause.CHANNELS.label, Cause.DATA.label),
    ]


def test_a_row_that_was_told_to_have_come_is_told_when_it_changes_or_goes():
    lock_month(OCTOBER, WANG, LOCKED_AT)
    case = came_late(IN_OCTOBER, concluded_at=IN_OCTOBER)
    lock_month(NOVEMBER, WANG, LATER)
    change(case, at=LATER, cause=Cause.DATA)
    (one,) = report_month(2026, 12, LATER).corrections
    assert (one.column, Cause.CHANNELS.label in one.was) == ("整行", True)
    assert Cause.DATA.label in one.now
    in_december = datetime(2026, 12, 2, 9)
    moved = {"received_at": in_december, "concluded_at": in_december}
    change(case, at=LATER, field="受理时间", **moved)
    gone = [one.now for one in report_month(2026, 12, LATER).corrections if one.column == "整行"]
    assert gone == ["不列在本月"]


def test_what_a_month_told_is_told_anew_once_that_month_is_opened_again():
    case = add_case(IN_OCTOBER, concluded_at=IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    change(case, cause=Cause.DATA)
    lock_month(NOVEMBER, WANG, LATER)
    assert report_month(2026, 12, LATER).corrections == ()
    opened_again(NOVEMBER, now=LATER)
    assert len(report_month(2026, 11, LATER).corrections) == 1


def test_a_month_that_was_opened_again_and_left_is_still_held_against_what_went_up():
    case = add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    opened_again()
    change(case, cause=Cause.DATA)
    assert len(report_month(2026, 11, NOW).corrections) == 1


def test_a_reception_that_was_noted_later_is_told():
    lock_month(OCTOBER, WANG, LOCKED_AT)
    add_reception(IN_OCTOBER)
    report = report_month(2026, 11, NOW)
    assert told(report) == {("汇总", "接待（人次）"): ("0", "1")}
    assert whose(report, "接待（人次）") == ("王芳", None, "补记接待")


def test_a_figure_says_whose_change_it_came_of_and_not_what_else_was_done_since(store):
    """Neither ordinary work on another case nor what no figure is counted by changes one."""
    case, other = add_case(IN_OCTOBER, concluded_at=IN_OCTOBER), add_case(IN_OCTOBER)
    third = add_case(IN_OCTOBER)
    visit = request_visit(visiting.draft(), WANG, IN_OCTOBER)
    visiting.planned(visit, visiting.crew(), IN_OCTOBER, day=date(2026, 10, 14))
    lock_month(OCTOBER, WANG, LOCKED_AT)
    change(case, by="王芳", at=LOCKED_AT, field="办结时间", concluded_at=LOCKED_AT)
    change(other, Act.PROGRESS)
    change(third, field="成因", cause=Cause.DATA)
    there = {"arrived_at": datetime(2026, 10, 14, 9), "left_at": datetime(2026, 10, 14, 10)}
    record_outcome(visit, OutcomeDraft(outcome=VisitOutcome.DONE, **there), WANG, NOW)
    report = report_month(2026, 11, NOW)
    number = Case.get_by_id(case).number
    assert whose(report, "办结（件）") == ("王芳", LOCKED_AT, number)
    assert whose(report, "上门（次）") == ("王芳", NOW, Visit.get().number)


def test_what_is_renamed_in_the_lists_corrects_nothing():
    case = add_case(IN_OCTOBER)
    add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    Village.update(name="新柳村").where(Village.id == 1).execute()
    assert report_month(2026, 11, NOW).corrections == ()
    change(case, cause=Cause.DATA)
    numbers = {one.subject for one in report_month(2026, 11, NOW).corrections}
    assert numbers == {Case.get_by_id(case).number}


@pytest.mark.parametrize(
    "spoil", ["frozen = x'00'", "frozen = substr(frozen, 2)", "checksum = '0'"]
)
def test_what_was_damaged_is_found_and_said(spoil):
    case = add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    change(case, cause=Cause.DATA)
    spoilt(spoil)
    with pytest.raises(DamagedMonth, match=r"2026年10月.*第1版.*已损坏.*备份"):
        october()
    looked_at = look_at_month(OCTOBER, NOW)
    assert (looked_at.seal, looked_at.ledger[0].cause) == (None, Cause.DATA.label)
    assert [one for one in check().problems if "第1版" in one] != []
    (one,) = report_month(2026, 11, NOW).corrections
    assert (one.subject, one.was) == ("封账留存的数据", "完好")
    opened_again()
    lock_month(OCTOBER, WANG, NOW)  # the way out
    assert october().seal.version == 2


def test_an_export_says_which_version_it_is_of():
    made = october(LOCKED_AT)
    record_export(made, "10月.xlsx", WANG, LOCKED_AT)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    record_export(october(), "10月.xlsx", WANG, NOW)
    closed, counted = list_exports()
    assert (closed.lock_id, closed.version) == (lock_of(OCTOBER).id, 1)
    assert (counted.lock_id, counted.version) == (None, None)


def test_one_letter_changed_is_found():
    add_case(IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    row = MonthLock.get()
    text = zlib.decompress(row.frozen).replace(b'"part":1', b'"part":2', 1)
    spoilt("frozen = ?", zlib.compress(text))
    with pytest.raises(DamagedMonth):
        october()


def spoilt(assignment, *values):
    """As a disk does it: the store itself would refuse."""
    database.execute_sql("DROP TRIGGER month_lock_is_final")
    database.execute_sql(f"UPDATE month_lock SET {assignment}", values)


def test_an_ending_counts_where_it_was_corrected():
    case = add_case(IN_OCTOBER, concluded_at=IN_OCTOBER)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    change(case, ending=Ending.PARTLY, status=Status.ARCHIVED)
    found = told(report_month(2026, 11, NOW))
    assert found["汇总", "办成"] == ("1", "0")
    assert found["明细台账", "结局"] == ("办成", "部分办成")


@pytest.mark.parametrize(
    ("received", "concluded", "said"),
    [
        (IN_OCTOBER, None, "2026年10月已封账"),
        (datetime(2026, 9, 3), None, "2026年10月已封账"),
        (datetime(2026, 9, 3), datetime(2026, 10, 2), "2026年10月已封账"),
        (datetime(2026, 9, 3), datetime(2026, 9, 30), ""),
        (datetime(2026, 11, 1), None, ""),
    ],
)
def test_a_case_says_that_a_month_that_lists_it_is_closed(received, concluded, said):
    """And whoever is about to change it is told before."""
    case = add_case(received, concluded_at=concluded)
    lock_month(OCTOBER, WANG, LOCKED_AT)
    assert [one.title for one in list_standings(case)] == [said] * bool(said)
    assert before_saving(received, case)[: len(said)] == said
    assert bool(before_saving(received, case)) == bool(said)
    opened_again(OCTOBER)
    assert list_standings(case) == []
    assert before_saving(received, case) == ""


def test_who_registers_or_records_in_a_closed_month_is_told_before():
    case = add_case(datetime(2026, 11, 2))
    lock_month(OCTOBER, WANG, LOCKED_AT)
    told = "2026年10月已封账，保存后会列入下一份月报的“更正”"
    september, november = datetime(2026, 9, 30, 9), datetime(2026, 11, 1, 9)
    assert before_saving(IN_OCTOBER) == before_saving(september) == told
    assert before_saving(IN_OCTOBER, case) == before_recording(IN_OCTOBER) == told
    assert before_saving(november) == before_recording(september) == before_recording(november)
    assert before_saving(november) == ""
    for first in (SEPTEMBER, date(2026, 8, 1)):
        lock_month(first, WANG, LOCKED_AT)
    assert before_saving(datetime(2026, 8, 3)).startswith("2026年8月等3个月已封账，")
