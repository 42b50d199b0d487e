"""What the papers of an answer say; and that the two kinds of “no” never speak alike."""

from datetime import date

import pytest

from app.moves import move_case
from app.papers.kinds import issue_sheet, makeable, sheet_to_issue
from exports.written import WRITERS
from models.choices import Act, Ending, PaperKind, Stars
from tests import makers
from tests.app.test_saying_no import CANNOT, REFUSED, SHEET

NOW = makers.NOW


@pytest.fixture
def opened(store):
    makers.furnish()
    makers.leader()
    return makers.case()


def go(opened, act, given):
    return move_case(opened.id, act, given, makers.somebody(), NOW)


def paper(opened, kind, tmp_path):
    """The one paper of that kind, after it was written as a file."""
    (one,) = [each for each in makeable(opened.id) if each.kind is kind]
    sheet = issue_sheet(opened.id, kind, makers.somebody(), NOW, one.about)
    WRITERS[kind](sheet, tmp_path / "paper.pdf")
    assert (tmp_path / "paper.pdf").stat().st_size > 1000
    return sheet


def kinds(opened):
    return {one.kind for one in makeable(opened.id)} - {PaperKind.RECEIPT, PaperKind.REGISTER}


def test_what_is_lacking(opened, tmp_path):
    papers = [{"name": "户口簿", "where": "派出所", "instead": "户籍证明"}, {"name": "照片"}]
    until = date(2026, 12, 1)
    go(opened, Act.TELL_MISSING, {"papers": papers, "hand_in_by": until})
    sheet = paper(opened, PaperKind.MISSING, tmp_path)
    assert [(one.name, one.where, one.instead) for one in sheet.items] == [
        ("户口簿", "派出所", "户籍证明"),
        ("照片", "", ""),
    ]
    assert (sheet.addressee, sheet.hand_in_by) == ("盛建军", until)


def test_the_windows_own_no_names_the_channel_and_no_review(opened, tmp_path):
    go(opened, Act.ASK_NO, REFUSED | {"asked": True, "end_need": "想有人陪着去"})
    asked = paper(opened, PaperKind.REFUSAL_APPROVAL, tmp_path)
    assert (asked.kind, asked.remedy, asked.granted, asked.approved_by) == (
        "不予受理",
        None,
        None,
        "",
    )
    assert asked.asked == "还要办：没有；还需要：想有人陪着去；还有困难：没有"
    assert kinds(opened) == {PaperKind.REFUSAL_APPROVAL}
    go(opened, Act.GRANT_NO, SHEET)
    assert kinds(opened) == {PaperKind.REFUSAL_APPROVAL, PaperKind.OUT_OF_SCOPE}
    sheet = paper(opened, PaperKind.OUT_OF_SCOPE, tmp_path)
    assert [one.kind for one in sheet.routes] == ["人民法院", "人民检察院", "公安机关"]
    assert sheet.reason == "判决已经生效，窗口不能改。您还可以：申请再审。"
    assert not hasattr(sheet, "remedy")
    assert makers.move(opened.id, Act.INFORM)  # its notice is in his hands


def test_a_departments_no_carries_its_decision_and_remedy(opened, tmp_path):
    makers.move(opened.id, Act.TAKE_UP)
    go(opened, Act.ASK_NO, CANNOT | {"number": "云公〔2026〕3号"})
    go(opened, Act.GRANT_NO, SHEET)
    assert kinds(opened) == {PaperKind.REFUSAL_APPROVAL, PaperKind.CANNOT}
    sheet = paper(opened, PaperKind.CANNOT, tmp_path)
    assert (sheet.decision.department, sheet.decision.number) == ("派出所", "云公〔2026〕3号")
    assert sheet.decision.basis == ("《民事诉讼法》第一百条",)
    assert "60日内向××县人民政府申请行政复议" in sheet.remedy.text
    assert (sheet.tried, sheet.other_ways) == (("陪他去法院问过",), ("申请再审",))
    asked = sheet_to_issue(opened.id, PaperKind.REFUSAL_APPROVAL, makers.somebody(), NOW, 1)
    assert (asked.granted, asked.approved_by) == (True, "周建平")
    assert asked.remedy == sheet.remedy


def test_the_result_and_after_a_bad_word_what_is_put_right(opened, tmp_path):
    sent_on = {"ending": Ending.REDIRECTED, "redirected_to": "县残联"}
    makers.move(opened.id, Act.SPOT, "材料已转过去。", **sent_on)
    sheet = paper(opened, PaperKind.COMPLETION, tmp_path)
    assert (sheet.ending, sheet.result) == ("转其他渠道（县残联）", "材料已转过去。")
    assert (sheet.returned, sheet.call_back_by) == (("到期身份证",), date(2026, 11, 27))
    makers.move(opened.id, Act.RATE, "等太久", stars=Stars.ONE, efficiency=True)
    makers.move(opened.id, Act.REWORK, "登门道歉")
    makers.move(opened.id, Act.CONCLUDE, "重新办好了。")
    makers.move(opened.id, Act.INFORM)
    sheet = paper(opened, PaperKind.REWORK, tmp_path)
    assert (sheet.rating, sheet.aspects, sheet.words) == ("非常不满意", ("服务效率",), "等太久")
    assert (sheet.due_on, sheet.result) == (date(2026, 11, 27), "重新办好了。")
    assert sheet.measures[0].endswith("登门道歉")
    names = [one.label for one in makeable(opened.id) if one.kind is PaperKind.COMPLETION]
    assert names == ["办结告知书：第2轮", "办结告知书：第1轮"]
