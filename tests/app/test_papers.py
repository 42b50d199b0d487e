from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.cases.registry import get_row
from app.errors import AppError, Invalid
from app.history import list_history
from app.papers.issues import SERIES, issue, list_issues, number_to_come, valid, void
from app.papers.kinds import SHEETS, Form, Subject, issue_sheet, makeable, sheet_of, sheet_to_issue
from app.papers.on_paper import case_head
from app.papers.registers import register_sheet
from app.sheets.coordination import MinutesSheet
from models.choices import Act, Cause, Method, PaperKind
from tests.makers import NOW, case, draft, furnish, husband, somebody, wife

RECEIPT, REGISTER = PaperKind.RECEIPT, PaperKind.REGISTER
MINUTES = PaperKind.MINUTES


@pytest.fixture
def opened(store):
    furnish()
    return case()


def test_the_first_receipt_is_no_reprint_and_the_next_ones_are_counted(opened):
    who = somebody()
    sheets = [issue_sheet(opened.id, RECEIPT, who, NOW + timedelta(days=n)) for n in range(3)]
    assert [sheet.reissue and sheet.reissue.times for sheet in sheets] == [None, 1, 2]
    assert sheets[1].reissue.on == date(2026, 11, 23)
    issues = list_issues(opened.id)
    assert {one.number for one in issues} == {"HZ20261122-001"}
    assert [line.act for line in list_history(opened.id)][:3] == [
        Act.REPRINT,
        Act.REPRINT,
        Act.ISSUE,
    ]


def test_looking_at_a_receipt_records_nothing(opened):
    before = list_history(opened.id)
    sheet = sheet_to_issue(opened.id, RECEIPT, somebody(), NOW)
    assert sheet == issue_sheet(opened.id, RECEIPT, somebody(), NOW)
    assert len(list_history(opened.id)) == len(before) + 1


def test_a_void_paper_stays_on_record_and_the_next_one_has_a_number_of_its_own(opened):
    who = somebody()
    issue_sheet(opened.id, RECEIPT, who, NOW)
    first = issue(opened.id, RECEIPT, who, NOW)
    void(first.id, "姓名打错了", who, NOW)
    assert valid(opened.id, RECEIPT) is None
    assert all(one.void_reason == "姓名打错了" for one in list_issues(opened.id))
    assert sheet_of(list_issues(opened.id)[0]).voided.by == who.name
    again = issue(opened.id, RECEIPT, who, NOW)
    assert (again.number, again.times) == ("HZ20261122-002", 0)


@pytest.mark.parametrize("reason", ["", " \u3000", "错" * 201])
def test_voiding_needs_a_reason(opened, reason):
    one = issue(opened.id, RECEIPT, somebody(), NOW)
    with pytest.raises(Invalid):
        void(one.id, reason, somebody(), NOW)
    assert valid(opened.id, RECEIPT) == one


def test_a_paper_is_void_once(opened):
    one = issue(opened.id, RECEIPT, somebody(), NOW)
    void(one.id, "打错了", somebody(), NOW)
    with pytest.raises(AppError, match="已经作废"):
        void(one.id, "再一次", somebody(), NOW)


def test_the_receipt_names_the_applicant_in_full_and_masks_numbers(opened):
    sheet = issue_sheet(opened.id, RECEIPT, somebody(), NOW)
    assert sheet.applicant.name == "盛建军"
    assert sheet.applicant.masked_phone == "100****5678"
    assert sheet.applicant.id_number.startswith("330111********")
    assert sheet.beneficiary == "刘秀珍（妻子，56岁）"
    assert sheet.code == f"BBC-20261122-001/{sheet.check_code}"
    assert sheet.promised_on == date(2026, 11, 27)
    assert (sheet.received_by, sheet.staff_number) == ("王芳", "03")


def test_a_transferred_case_says_until_when_it_is_handed_over(opened):
    other = case(method=Method.TRANSFER)
    assert issue_sheet(other.id, RECEIPT, somebody(), NOW).handover_on == date(2026, 11, 23)
    assert issue_sheet(opened.id, RECEIPT, somebody(), NOW).handover_on is None


def test_the_form_holds_everything_known(opened):
    sheet = issue_sheet(opened.id, REGISTER, somebody(), NOW)
    made = draft()
    assert (sheet.problem, sheet.demand, sheet.was_told) == (
        made.problem,
        made.demand,
        made.answer_given,
    )
    assert (sheet.sex, sheet.pinyin) == ("男", "Shèng Jiànjūn")
    assert (sheet.cause, sheet.lead, sheet.helpers) == (Cause.CHANNELS, "派出所", "石门村")
    assert [step.stage for step in sheet.steps] == ["登记受理", "出具文书"]
    assert sheet.due_rule == "一般事项 5 个工作日"
    assert register_sheet(opened.id) == sheet


def test_the_form_is_marked_where_it_came_out_before_or_is_void(opened):
    who = somebody()
    assert sheet_to_issue(opened.id, REGISTER, who, NOW).reissue is None
    issue_sheet(opened.id, REGISTER, who, NOW)
    assert sheet_to_issue(opened.id, REGISTER, who, NOW).reissue.times == 1
    assert issue_sheet(opened.id, REGISTER, who, NOW).reissue.times == 1
    void(list_issues(opened.id)[0].id, "打错了", who, NOW)
    second, first = list_issues(opened.id)
    assert sheet_of(first).reissue is None
    assert (sheet_of(second).reissue.times, sheet_of(second).voided.by) == (1, who.name)
    assert sheet_to_issue(opened.id, REGISTER, who, NOW).reissue is None


def test_a_proxy_is_named_with_the_mandate(opened):
    proxy = replace(husband(), name="盛小平", id_number="", phone="10088887777")
    other = case(proxy=proxy, mandate="有委托书", beneficiary=wife())
    assert issue_sheet(other.id, RECEIPT, somebody(), NOW).proxy == "盛小平，有委托书"


@pytest.fixture
def told(opened, monkeypatch):
    """Two meetings, of which each may have its minutes: papers with numbers of their own."""

    def build(case_id, about):
        held = NOW + timedelta(days=about)
        who_came = {"present": ("派出所",), "resolutions": ()}
        return MinutesSheet(
            **case_head(get_row(case_id)), held_at=held, place="会议室", chair="李主任", **who_came
        )

    form = Form(build, lambda _: [Subject(1, "第1次"), Subject(2, "第2次")])
    monkeypatch.setitem(SHEETS, MINUTES, form)
    return opened.id


def test_a_paper_bears_the_number_and_time_of_its_first_issue(told):
    who, later = somebody(), NOW + timedelta(days=1)
    to_come = sheet_to_issue(told, MINUTES, who, NOW, 2)
    assert (to_come.number, to_come.issued_at) == ("JY20261122-001", NOW)
    assert issue_sheet(told, MINUTES, who, NOW, 2) == to_come
    again = issue_sheet(told, MINUTES, who, later, 2)
    assert (again.number, again.issued_at, again.reissue.on) == (
        "JY20261122-001",
        NOW,
        later.date(),
    )


def test_each_of_several_of_a_kind_is_a_paper_of_its_own(told):
    who = somebody()
    assert [issue_sheet(told, MINUTES, who, NOW, about).number for about in (1, 2, 1)] == [
        "JY20261122-001",
        "JY20261122-002",
        "JY20261122-001",
    ]
    assert valid(told, MINUTES, 2).times == 0
    labels = [one.label for one in makeable(told)]
    assert labels == ["受理回执", "登记表", "协调会议纪要：第1次", "协调会议纪要：第2次"]


def test_a_number_that_was_taken_meanwhile_puts_nothing_on_record(told):
    bears = sheet_to_issue(told, MINUTES, somebody(), NOW, 1).number
    issue(told, MINUTES, somebody(), NOW, 2)
    with pytest.raises(AppError, match="刚刚用掉了"):
        issue(told, MINUTES, somebody(), NOW, 1, bears)
    assert len(list_issues(told)) == 1
    assert number_to_come(MINUTES, NOW.date()) == "JY20261122-002"


def test_what_makes_no_sense_yet_cannot_be_given_out(told, monkeypatch):
    with pytest.raises(AppError, match="还没有可以出具的协调会议纪要"):
        issue_sheet(told, MINUTES, somebody(), NOW, 3)
    given = issue_sheet(told, MINUTES, somebody(), NOW, 1)
    monkeypatch.setitem(SHEETS, MINUTES, Form(SHEETS[MINUTES].build, lambda _: ()))
    assert issue_sheet(told, MINUTES, somebody(), NOW, 1).number == given.number
    with pytest.raises(AppError, match="还没有可以出具"):
        sheet_to_issue(told, PaperKind.ORDER, somebody(), NOW)


def test_every_kind_of_paper_has_a_series_of_its_own():
    assert set(SERIES) == set(PaperKind)
    assert len(set(SERIES.values())) == len(SERIES)
