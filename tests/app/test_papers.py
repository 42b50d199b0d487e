from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import AppError, Invalid
from app.history import list_history
from app.papers import issue, list_issues, valid, void
from app.receipts import issue_receipt, receipt_of, receipt_to_issue
from app.registers import issue_register, register_of, register_sheet, register_to_issue
from models.choices import Act, Cause, Method, PaperKind
from tests.makers import NOW, case, draft, furnish, husband, somebody, wife

RECEIPT = PaperKind.RECEIPT


@pytest.fixture
def opened(store):
    furnish()
    return case()


def test_the_first_receipt_is_no_reprint_and_the_next_ones_are_counted(opened):
    who = somebody()
    sheets = [issue_receipt(opened.id, who, NOW + timedelta(days=n)) for n in range(3)]
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
    sheet = receipt_to_issue(opened.id, somebody(), NOW)
    assert sheet == issue_receipt(opened.id, somebody(), NOW)
    assert len(list_history(opened.id)) == len(before) + 1


def test_a_void_paper_stays_on_record_and_the_next_one_has_a_number_of_its_own(opened):
    who = somebody()
    issue_receipt(opened.id, who, NOW)
    first = issue(opened.id, RECEIPT, who, NOW)
    void(first.id, "姓名打错了", who, NOW)
    assert valid(opened.id, RECEIPT) is None
    assert all(one.void_reason == "姓名打错了" for one in list_issues(opened.id))
    assert receipt_of(list_issues(opened.id)[0]).voided.by == who.name
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
    sheet = issue_receipt(opened.id, somebody(), NOW)
    assert sheet.applicant.name == "盛建军"
    assert sheet.applicant.masked_phone == "100****5678"
    assert sheet.applicant.id_number.startswith("330111********")
    assert sheet.beneficiary == "刘秀珍（妻子，56岁）"
    assert sheet.code == f"BBC-20261122-001/{sheet.check_code}"
    assert sheet.promised_on == date(2026, 11, 27)
    assert (sheet.received_by, sheet.staff_number) == ("王芳", "03")


def test_a_transferred_case_says_until_when_it_is_handed_over(opened):
    other = case(method=Method.TRANSFER)
    assert issue_receipt(other.id, somebody(), NOW).handover_on == date(2026, 11, 23)
    assert issue_receipt(opened.id, somebody(), NOW).handover_on is None


def test_the_form_holds_everything_known(opened):
    sheet = issue_register(opened.id, somebody(), NOW)
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
    assert register_to_issue(opened.id, who, NOW).reissue is None
    issue_register(opened.id, who, NOW)
    assert register_to_issue(opened.id, who, NOW).reissue.times == 1
    assert issue_register(opened.id, who, NOW).reissue.times == 1
    void(list_issues(opened.id)[0].id, "打错了", who, NOW)
    second, first = list_issues(opened.id)
    assert register_of(first).reissue is None
    assert (register_of(second).reissue.times, register_of(second).voided.by) == (1, who.name)
    assert register_to_issue(opened.id, who, NOW).reissue is None


def test_a_proxy_is_named_with_the_mandate(opened):
    proxy = replace(husband(), name="盛小平", id_number="", phone="10088887777")
    other = case(proxy=proxy, mandate="有委托书", beneficiary=wife())
    assert issue_receipt(other.id, somebody(), NOW).proxy == "盛小平，有委托书"
