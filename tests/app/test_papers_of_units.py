"""What the papers about units and their working together say."""

from datetime import date, timedelta

import pytest

from app.attachments import attach
from app.deadlines.time_rules import RulesDraft, UnitDays, save_rules
from app.directory import UnitDraft, list_units, save_unit
from app.moves import move_case
from app.papers.kinds import issue_sheet, makeable, sheet_to_issue
from app.sheets.coordination import Absent, Claim, Photo, Resolution
from app.sheets.custody import Held
from app.sheets.group import Household
from app.sheets.liability import Share
from app.sheets.orders import Reminded
from models.choices import Act, PaperKind
from tests.makers import NOW, case, furnish, somebody
from tests.said import RESOLVED, THEN, TOGETHER, WITH_UNITS

MONDAY = NOW + timedelta(days=1)
LATE = MONDAY + timedelta(days=7)


@pytest.fixture
def opened(store):
    furnish()
    return case()


def go(made, act, now=MONDAY, **given):
    move_case(made.id, act, (TOGETHER | WITH_UNITS)[act] | given, somebody(), now)


def sheet(made, kind, about=1, now=MONDAY):
    return sheet_to_issue(made.id, kind, somebody(), now, about)


def test_there_is_a_paper_about_each_thing_and_none_about_nothing(opened):
    assert [one.kind for one in makeable(opened.id)] == [PaperKind.RECEIPT, PaperKind.REGISTER]
    go(opened, Act.ASSIGN)
    first = 1  # the lead
    for act in (Act.REMIND, Act.REMIND, Act.SUPERVISE):
        go(opened, act, share=first)
    for act in (Act.ESCALATE, *TOGETHER):
        go(opened, act, **({"decision": 1} if act is Act.DECIDED_DONE else {}))
    assert [one.label for one in makeable(opened.id)[2:]] == [
        "交办单：派出所（牵头）",
        "交办单：石门村（配合）",
        "催办单：派出所，第1次",
        "催办单：派出所，第2次",
        "督办单：派出所，第1次",
        "提级办理单：第1次，到分管领导",
        "协调会议纪要：2026-11-22 镇政府二楼",
        "现场踏勘记录：2026-11-22 石门村3组",
        "政策冲突协调单：市场监管所与卫生院",
        "群体事项清册",
        "容错免责备案表：2026-11-20 县专班会议",
        "代管款物收据：1,200.00元、存折1本",
    ]


def test_an_order_says_what_this_unit_does_until_when_and_by_which_rule(opened):
    go(opened, Act.ASSIGN, item="上门采集")
    order = sheet(opened, PaperKind.ORDER)
    assert (order.unit, order.role, order.others) == ("派出所", "牵头", "石门村（配合）")
    assert (order.item, order.contact) == ("上门采集", "陈浩　0570-0001111")
    assert (order.sign_by, order.due_on) == (date(2026, 11, 24), opened.due_on)
    assert order.due_rule == "一般事项5个工作日"
    assert order.requirements[:2] == (
        "派出所牵头，石门村配合。请上门",
        "签收当天同反映人联系，告诉他由谁办、什么时候答复。",
    )
    assert order.attachments == "到期身份证"
    assert order.number == "JB20261123-001"


def test_an_order_to_a_unit_with_its_own_days_says_so(store):
    furnish()
    days = (UnitDays(list_units()[0].id, "派出所", 2),)
    save_rules(RulesDraft(units=days, sign=0, contact=1), somebody(), NOW)
    made = case()
    go(made, Act.ASSIGN)
    order = sheet(made, PaperKind.ORDER)
    assert (order.sign_by, order.due_on) == (None, date(2026, 11, 25))
    assert order.due_rule == "本单位2个工作日"
    assert order.requirements[1].startswith("签收后1个工作日内，同反映人联系")


def test_a_reminder_says_how_it_stands_and_what_was_said_before(opened):
    card = UnitDraft(name="派出所", liaison="陈浩", head="赵强", head_phone="10012340000")
    save_unit(card)
    go(opened, Act.ASSIGN)
    issue_sheet(opened.id, PaperKind.ORDER, somebody(), MONDAY, 1)
    go(opened, Act.REMIND, share=1, answer="明天去")
    go(opened, Act.REMIND, share=1, now=LATE)
    first, second = (sheet(opened, PaperKind.REMINDER, one) for one in (1, 2))
    assert (first.times, first.state, first.earlier) == (1, "还有4个工作日", ())
    assert (second.times, second.state) == (2, "已逾期1个工作日")
    assert second.earlier == (Reminded(MONDAY.date(), "电话", "联络员陈浩", "明天去"),)
    assert second.contact == "部门领导赵强 10012340000"
    assert (second.order_number, second.answer_by) == ("JB20261123-001", date(2026, 12, 1))


def test_a_supervision_order_counts_what_went_before(opened):
    go(opened, Act.ASSIGN)
    go(opened, Act.RETURN, share=2)
    go(opened, Act.REMIND)
    go(opened, Act.SUPERVISE, now=LATE)
    order = sheet(opened, PaperKind.SUPERVISION, 2)
    assert (order.overdue, order.returned, order.reminded) == (
        "1个工作日",
        "1次（1个单位）",
        "1次",
    )
    assert (order.grounds, order.demands) == (("逾期未答复",), ("三日内上门",))
    assert order.approved_by == "李镇长"


def test_an_escalation_shows_the_whole_path(store):
    furnish()
    made = case(helpers=())
    for hours, lead in enumerate(("派出所", "社保窗口")):
        go(made, Act.ASSIGN, now=MONDAY + timedelta(hours=hours), lead=lead)
        go(made, Act.RETURN, now=MONDAY + timedelta(hours=hours, minutes=30))
    raised = sheet(made, PaperKind.ESCALATION)
    assert (raised.raised_to, raised.grounds, raised.returns) == ("分管领导", "累计退单 2 次", 2)
    assert [(one.act, one.unit, one.by) for one in raised.path] == [
        ("交办", "派出所", "王芳"),
        ("退单", "派出所", ""),
        ("交办", "社保窗口", "王芳"),
        ("退单", "社保窗口", ""),
    ]
    assert raised.path[1].reason == "不归派出所管（依据：户籍管理办法第八条）"


def test_minutes_say_who_is_deemed_to_agree_and_who_does_what(opened):
    go(opened, Act.MEET)
    minutes = sheet(opened, PaperKind.MINUTES)
    assert (minutes.held_at, minutes.chair) == (THEN, "李镇长")
    assert minutes.absent == (Absent("残联", deemed=True),)
    assert minutes.deemed_by == "《协调会议规则》第五条"
    assert minutes.resolutions[0] == Resolution("上门采集", "派出所", date(2026, 11, 25))
    go(opened, Act.MEET, deemed_by="")
    assert sheet(opened, PaperKind.MINUTES, 2).absent == (Absent("残联"),)


def test_a_survey_names_its_photos_and_what_they_show(opened):
    attach(opened.id, ("门口 近景.jpg", b"x"), somebody(), MONDAY)
    go(opened, Act.SURVEY, photos=("门口 近景.jpg 当事人卧床",))
    survey = sheet(opened, PaperKind.SURVEY)
    assert survey.photos == (Photo("门口 近景.jpg", "当事人卧床"),)
    assert survey.findings == ("当事人卧床", "能说清自己是谁")


def test_a_conflict_has_two_claims_and_at_last_an_outcome(opened):
    go(opened, Act.CONFLICT)
    open_one = sheet(opened, PaperKind.CONFLICT)
    assert open_one.claims[1] == Claim("卫生院", "营业执照", "卫生许可", "细则第九条")
    assert (open_one.outcome, open_one.resolved_on) == ("", None)
    go(opened, Act.CONFLICT, **RESOLVED)
    done = sheet(opened, PaperKind.CONFLICT)
    assert (done.outcome, done.resolved_on) == ("先照后证", MONDAY.date())


def test_a_group_is_listed_masked_and_counted(opened):
    go(opened, Act.HOUSEHOLD)
    group = sheet(opened, PaperKind.GROUP, 0)
    assert group.households[1] == Household("李*", "3栋202", "", "已办", "")
    assert (group.done, group.done_word) == (1, "已办")
    assert group.states == (("未办", 1), ("已办", 1))


def test_an_exemption_says_who_shares_what(opened):
    go(opened, Act.EXEMPT)
    exemption = sheet(opened, PaperKind.EXEMPTION)
    assert exemption.shares == (Share("自然资源所", "登记"), Share("税务所", "核税"))
    assert exemption.basis == ("国办函〔2021〕1号第二条",)


def test_a_receipt_for_what_is_held_has_two_names_and_the_sum_in_words(opened):
    go(opened, Act.HOLD)
    held = sheet(opened, PaperKind.CUSTODY)
    assert (held.amount, held.amount_in_words) == ("1,200.00元", "壹仟贰佰元整")
    assert (held.keeper, held.witness, held.returned_on) == ("王芳", "李镇长", None)
    assert held.things == (Held("存折", "1本", "尾号 0001"),)
    go(opened, Act.GIVE_BACK)
    back = sheet(opened, PaperKind.CUSTODY)
    assert (back.returned_to, back.returned_by, back.return_witness) == (
        "盛建军",
        "王芳",
        "李镇长",
    )
