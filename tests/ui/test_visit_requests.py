"""A home visit is asked for from the keyboard: filled in, refused, kept, filed, planned."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import drafts
from app.changes import saving
from app.visits.crews import KitDraft, save_kit
from app.visits.detail import get_visit
from app.visits.filled import FORM
from app.visits.requests import draft_of
from app.visits.tray import tray
from models import Draft
from models.choices import HalfDay, KitKind, PartyKind, VisitCheck, VisitKind, VisitStatus
from tests import makers, visiting
from tests.conftest import TODAY
from tests.ui.counter import keyboard, on_the_desk
from tests.ui.typist import Typist
from ui.home.page import HomePage
from ui.kit.errands import CorrectVisit, Resume, VisitOfCase
from ui.kit.print_sheet import PrintSheet
from ui.visits import openers
from ui.visits.filed_sheet import FiledSheet
from ui.visits.page import VisitsPage
from ui.visits.plan_sheet import PlanSheet
from ui.visits.request_sheet import RequestSheet

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()
    visiting.furnish()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    return on_the_desk(qtbot, made, 1366, 768)


@pytest.fixture
def ask_for(window, desk):
    """Open the sheet of a request."""

    def open_(wanted=None):
        sheet = RequestSheet(window, desk, wanted)
        sheet.open()
        QApplication.processEvents()
        return sheet

    return open_


@pytest.fixture
def said(desk):
    heard = []
    desk.errands.said.connect(heard.append)
    return heard


def shown(window, kind):
    return next(one for one in window.findChildren(kind) if one.isVisible())


def kept():
    return [drafts.load(one.id) for one in drafts.list_drafts(FORM)]


HER_NUMBER = makers.resident("33010619520315122")
READY = {
    "served.name": "周玉兰",
    "served.id_number": HER_NUMBER,
    "served.phone": "10012345678",
    "served.village": "石门村",
    "consent": True,
    "matter": "居民身份证换领",
}


def write_all(typist):
    """The husband of the report asks for his wife, who cannot leave home."""
    typist.write("周玉兰").enter(2).write(HER_NUMBER).enter()
    typist.write("石门村").enter().write("3组12号").enter()
    typist.enter()  # old enough, nothing else need be said
    typist.write("卧床").enter().press(KEY.Key_Space).enter(3)
    typist.write("盛建军").enter().write("丈夫").enter().write("10012345678").enter(2)
    typist.write("过桥第二家").enter(5).write("上午有人").enter()
    typist.press(KEY.Key_Space).enter(4)
    typist.write("居民身份证换领").enter(3)
    for _ in VisitCheck:
        typist.press(KEY.Key_Space).enter()


def test_a_request_is_written_and_filed_without_a_mouse(ask_for, window):
    sheet = ask_for()
    assert keyboard() is sheet.form.person.name
    write_all(Typist())
    assert sheet.lacking.text == "可以保存"
    Typist().press(KEY.Key_S, modifier=CTRL)
    (card,) = tray()
    made = draft_of(card.id)
    assert (made.served.name, made.mobility, made.consent) == ("周玉兰", "卧床", True)
    assert made.asker
    assert (made.asker.name, made.relation, made.phone) == ("盛建军", "丈夫", "10012345678")
    assert (made.village, made.directions) == ("石门村", "过桥第二家")
    assert (made.half, made.suits) == (HalfDay.MORNING, "上午有人")
    assert made.checklist == tuple(VisitCheck)
    assert not kept()
    assert shown(window, FiledSheet).visit.id == card.id


def test_what_is_typed_is_kept_and_there_again(ask_for, window):
    first = ask_for()
    Typist().write("周玉兰").enter(2).write("33010619")
    (filled,) = kept()
    assert (filled["served.name"], filled["served.id_number"]) == ("周玉兰", "33010619")
    first.leave()
    again = ask_for()
    assert again.form.person.number.text() == "33010619"
    assert "接着填" in again.kept.text


def test_a_draft_is_opened_from_the_desk_by_its_id(ask_for, clerk):
    draft = drafts.keep(FORM, None, "上门", {"served.name": "周玉兰"}, clerk.id, makers.NOW)
    assert ask_for(Resume(draft)).form.person.name.text() == "周玉兰"


def test_choices_alone_are_not_kept(ask_for):
    sheet = ask_for()
    sheet.form.kind.setFocus()
    Typist().write("2")
    assert sheet.form.kind.value() is VisitKind.DELIVER
    assert not kept()


def test_whoever_is_not_eligible_is_told_at_once_and_by_which_rule(ask_for):
    sheet = ask_for()
    part = sheet.form.rows["exception"]
    Typist().write("盛建军").enter(2).write("330111196805020534").tab()
    assert part.hint.text.startswith("不在上门对象（老年人")
    assert sheet.form.person.exception.isEnabled()
    sheet.form.person.needs.setFocus()
    Typist().write("残疾").enter()
    assert part.hint.text.startswith("残疾，在上门对象")
    assert not sheet.form.person.exception.isEnabled()


def test_somebody_with_an_infectious_disease_is_told_and_nobody_goes(ask_for, said):
    sheet = ask_for()
    Typist().write("周玉兰").enter()
    sheet.form.write({"served.phone": "10012345678", "matter": "居民身份证换领"})
    sheet.form.person.infectious.setFocus()
    Typist().press(KEY.Key_Space)
    assert sheet.form.person.infectious.fold.isVisible()
    assert sheet.form.rows["exception"].hint.text == "有传染病，按规定不安排上门"
    Typist().press(KEY.Key_F9)
    assert keyboard() is sheet.form.person.told
    Typist().write("电话告诉他女儿，病好再约").press(KEY.Key_F9)
    assert "有传染病，不安排上门" in said[-1]
    assert not tray()


def test_who_cannot_say_yes_needs_a_guardian_of_the_same_book(ask_for):
    sheet = ask_for()
    sheet.form.write({"served.name": "周玉兰", "served.needs": ["disabled"]})
    sheet.form.person.unaware.setFocus()
    Typist().press(KEY.Key_Space).enter().write("盛建军").enter().press(KEY.Key_Space).enter()
    assert sheet.form.rows["consent"].hint.text == "监护人 盛建军，同一户口本"


def test_what_is_wrong_stands_beside_its_field_and_has_the_keyboard(ask_for, said):
    sheet = ask_for()
    sheet.form.write({"served.name": "周玉兰", "served.phone": "1001234567"})
    Typist().press(KEY.Key_F9)
    assert keyboard() is sheet.form.person.phone
    assert sheet.form.rows["served.phone"].hint.text == "手机号还少 1 位"
    assert "服务对象的电话" in sheet.lacking.text
    assert said == ["手机号还少 1 位。"]
    assert not tray()


def test_a_day_that_is_none_keeps_it_from_being_filed(ask_for):
    sheet = ask_for()
    sheet.form.place.earliest.setFocus()
    Typist().write("13.45").press(KEY.Key_F9)
    assert sheet.form.rows["earliest"].is_wrong()


def test_whoever_was_here_before_is_filled_in(ask_for, window, qtbot):
    makers.case()
    sheet = ask_for()
    Typist().write("刘秀珍")
    qtbot.waitUntil(lambda: bool(sheet.form.person.name.found))
    Typist().enter()
    assert sheet.form.person.number.text() == makers.wife().id_number
    assert sheet.form.rows["served.name"].hint.text.startswith("来过 1 次")


def test_a_visit_of_a_case_begins_with_what_the_case_tells(ask_for):
    case = makers.case()
    sheet = ask_for(VisitOfCase(case.id))
    assert sheet.form.person.name.text() == "刘秀珍"
    assert sheet.form.asker.name.text() == "盛建军"
    assert case.number in sheet.title.text()
    assert not kept()
    sheet.form.person.consent.setFocus()
    Typist().press(KEY.Key_Space)
    (filled,) = kept()
    assert filled["case"] == case.id
    Typist().press(KEY.Key_F9)
    assert draft_of(tray()[0].id).case_id == case.id


def test_another_kind_asks_for_an_organisation(ask_for):
    sheet = ask_for()
    assert not sheet.form.person.of_whom.isVisible()
    sheet.form.kind.setFocus()
    Typist().write("4").enter().press(KEY.Key_Right).enter().write("云溪敬老院")
    assert sheet.form.person.of_whom.value() is PartyKind.ORGANISATION
    sheet.form.write({"consent": True, "served.phone": "05706001234", "served.village": "石门村"})
    sheet.form.write({"matter": "身份证集中采集", "people": 4})
    Typist().press(KEY.Key_F10)
    (card,) = tray()
    assert (card.people, draft_of(card.id).served.kind) == (4, PartyKind.ORGANISATION)
    assert sheet.isVisible()
    assert not sheet.form.person.name.text()


def test_an_open_request_is_corrected_in_the_same_form(ask_for, said):
    visit = visiting.requested()
    sheet = ask_for(CorrectVisit(visit))
    sheet.form.place.directions.setFocus()
    Typist().write("村口第一家").press(KEY.Key_F9)
    assert draft_of(visit).directions == "村口第一家"
    assert said == [f"已更正 {get_visit(visit, TODAY).number}。"]
    assert not kept()


def test_filed_it_is_planned_with_p_and_the_notice_lies_ready(ask_for, window):
    visiting.crew()
    save_kit(KitDraft(name="1 号采集箱", kind=KitKind.CAPTURE))
    ask_for().form.write(READY)
    Typist().press(KEY.Key_F9).press(KEY.Key_P)
    assert keyboard() is shown(window, PlanSheet).places
    Typist().press(KEY.Key_F9)
    assert get_visit(1, TODAY).status is VisitStatus.PLANNED
    assert "上门预约告知" in shown(window, PrintSheet).title.text()


def test_gone_on_with_from_the_desk_and_planned_the_keyboard_is_on_its_cards(qtbot, desk, clerk):
    visiting.crew()
    save_kit(KitDraft(name="1 号采集箱", kind=KitKind.CAPTURE))
    drafts.keep(FORM, None, "上门 周*", READY, clerk.id, makers.NOW)
    home = HomePage(desk)
    window = on_the_desk(qtbot, home)
    desk.errands.request_wanted.connect(lambda wanted: RequestSheet(window, desk, wanted).open())
    home.cards["drafts"].click()
    home.cards["drafts"].setFocus()
    Typist().press(KEY.Key_Down).enter()  # the draft's row, which is gone when it is filed
    Typist().press(KEY.Key_F9).press(KEY.Key_P).press(KEY.Key_F9).press(KEY.Key_Escape)
    assert get_visit(1, TODAY).status is VisitStatus.PLANNED
    assert keyboard() is home.first


def test_filed_it_may_wait_in_the_tray(ask_for, window):
    ask_for().form.write(READY)
    Typist().press(KEY.Key_F9).press(KEY.Key_Escape)
    assert not [one for one in window.findChildren(FiledSheet) if one.isVisible()]
    assert len(tray()) == 1


def test_half_written_it_is_said_to_be_kept_and_filed_it_is_not(ask_for, said):
    sheet = ask_for()
    Typist().write("周玉兰").press(KEY.Key_Escape)
    assert said == ["草稿已存，随时可以从工作台接着填。"]
    sheet = ask_for()
    sheet.form.write(READY)
    Typist().press(KEY.Key_F9)
    assert len(said) == 2
    assert said[1].startswith("已登记 SM")


def test_a_case_that_has_a_visit_before_it_says_so(ask_for):
    case = makers.case().id
    visit = visiting.requested(case_id=case)
    sheet = ask_for(VisitOfCase(case))
    assert sheet.kept.text == f"这件已约过 {get_visit(visit, TODAY).number}（待安排）"


def test_whoever_waits_for_a_visit_already_is_told_of(ask_for, said):
    visit = visiting.requested()
    number = get_visit(visit, TODAY).number
    sheet = ask_for()
    wife = {"served.name": "刘秀珍", "served.id_number": makers.wife().id_number}
    sheet.form.write(wife)
    assert sheet.form.rows["served.name"].hint.text == f"已经约过 {number}，还没去"
    sheet.form.write(wife | {"served.name": "刘秀"})
    assert sheet.form.rows["served.name"].hint.text == ""
    sheet.leave()
    correcting = ask_for(CorrectVisit(visit))
    assert correcting.form.rows["served.name"].hint.text == ""
    correcting.form.write({"infectious": True, "told": "电话说了"})
    correcting.save.click()
    assert said[-1] == "有传染病的不安排上门，请取消这次上门，并写明原因。"


def test_a_spoilt_draft_keeps_nobody_from_asking(ask_for, clerk):
    spoilt = drafts.keep(FORM, None, "上门", {}, clerk.id, makers.NOW)
    with saving():
        Draft.update(content="{").where(Draft.id == spoilt).execute()
    assert ask_for().form.person.name.text() == ""


def test_the_page_of_visits_opens_the_form_and_the_round(qtbot, desk):
    wanted, rounds = [], []
    desk.errands.request_wanted.connect(wanted.append)
    desk.errands.round_wanted.connect(lambda: rounds.append(True))
    visit = visiting.requested()
    page = VisitsPage(desk)
    window = on_the_desk(qtbot, page)
    page.ask.click()
    page.many.click()
    openers.correct(page, desk, visit)
    assert wanted == [None, CorrectVisit(visit)]
    assert rounds == [True]
    del window
