import gc
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from app import drafts
from app.attachments import list_attachments
from app.cases.registry import draft_of
from app.deadlines.time_rules import RulesDraft, save_rules
from app.directory import MatterDraft, UnitDraft, VillageDraft, save_all
from app.drafts import list_drafts
from app.history import list_history
from app.intake_draft import FORM
from app.month.locks import lock_month
from app.persons.parties import PartyDraft
from app.receptions import ReceptionDraft, get_reception, record_reception
from models import Case, Draft
from models.choices import (
    Act,
    Cause,
    Grade,
    IdKind,
    Method,
    Nature,
    Need,
    PartyKind,
    ReceptionEnd,
)
from tests import makers
from tests.conftest import NOW
from tests.ui.typist import Typist
from ui.intake.page import IntakePage
from ui.kit import ask
from ui.kit.errands import Correct, FromReception, FromTrouble, Resume, WantedPaper
from ui.kit.paint import width_of
from ui.kit.style import WIDE

KEY = Qt.Key
BEFORE = NOW - timedelta(hours=1)  # with seconds, which the form does not show
HUSBAND, WIFE = makers.husband(), makers.wife()


@pytest.fixture(autouse=True)
def centre(store):
    makers.centre()
    save_all(
        [
            UnitDraft(name="派出所"),
            UnitDraft(name="社保窗口"),
            VillageDraft(name="石门村"),
            MatterDraft(
                name="居民身份证换领", unit="派出所", keywords="sfz", papers="到期身份证\n户口簿"
            ),
            MatterDraft(name="养老金资格认证", unit="社保窗口"),
        ]
    )


@pytest.fixture
def opened(qtbot, desk):
    """A page as the window would show it, with the keyboard in its first field."""

    # PySide keeps names for what Qt made inside (viewports, a spin box's line) until they are
    # collected; a new widget in the same place of memory would be taken for the old one.
    gc.collect()
    held = []

    def open_page():
        page = IntakePage(desk)
        held.append(page)
        page.resize(1182, 613)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.first.setFocus()
        return page

    yield open_page
    for page in held:  # while the store is still open, as leaving a field may keep a draft
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(opened):
    return opened()


@pytest.fixture
def clerk_types():
    return Typist()


@pytest.fixture
def errands(desk):
    """What the page asked of others."""
    heard = []
    for name in ("paper_wanted", "case_wanted", "said"):
        getattr(desk.errands, name).connect(lambda what, name=name: heard.append((name, what)))
    return heard


def quickly(page, keys, name="盛建军", phone="10012345678"):
    """Who, what and how to reach them."""
    page.speed.set_value("quick")
    page.first.setFocus()
    keys.write(name).enter().write(phone)
    page.form.matter.matter.setFocus()
    keys.write("养老金资格认证").tab(2).write("请上门认证")


def test_the_husbands_case_is_registered_without_a_mouse(page, clerk_types, errands):
    keys = clerk_types
    keys.write("盛建军").enter().write("10012345678").enter().write(HUSBAND.id_number).enter()
    keys.write("石门村").enter().enter()  # no address
    keys.write("刘秀珍").enter().write("妻子").enter().write(WIFE.id_number).enter()
    keys.enter()  # she has no phone
    keys.write("残疾").enter().write("重病").enter().enter()
    keys.enter().enter()  # village, mandate
    keys.enter()  # his own needs
    keys.write("sfz").enter().enter()  # chosen by its keyword
    keys.write("妻子出不了门，没法拍照。").press(
        KEY.Key_Return, 1, Qt.KeyboardModifier.ControlModifier
    )
    keys.write("请派出所上门采集。").tab()
    keys.press(KEY.Key_3).enter().write("9.15").enter()  # the day folds out under the trips
    keys.write("派出所").enter().enter()
    keys.write("本人不到场，拍不了照片。").enter()
    keys.enter().press(KEY.Key_Space).enter().enter().enter()  # 材料: the first paper, as usual
    keys.enter().enter()  # the second paper, no other
    keys.press(KEY.Key_2).enter().press(KEY.Key_4).enter().press(KEY.Key_2).enter()
    keys.press(KEY.Key_4).enter()  # the visit
    assert page.form.how.lead.text() == "派出所"
    keys.enter().write("石门村").enter().enter()
    keys.press(KEY.Key_Space).enter().write("顺便问残疾补贴").press(
        KEY.Key_Return, 1, Qt.KeyboardModifier.ControlModifier
    )
    keys.press(KEY.Key_Space).tab().tab().enter().enter().enter()
    assert QApplication.focusWidget() is page.foot.save
    keys.press(KEY.Key_F9)

    made = draft_of(Case.get().id)
    assert made.applicant.name == "盛建军"
    assert (made.applicant.phone, made.applicant.village) == ("10012345678", "石门村")
    assert made.applicant.id_number == HUSBAND.id_number
    assert made.beneficiary is not None
    assert (made.beneficiary.name, made.relation) == ("刘秀珍", "妻子")
    assert made.beneficiary.needs == (Need.DISABLED, Need.SICK)
    assert made.proxy is None
    assert (made.matter, made.trips, made.tried_units) == ("居民身份证换领", 3, ("派出所",))
    assert (made.problem, made.demand) == ("妻子出不了门，没法拍照。", "请派出所上门采集。")
    assert made.first_applied_on == date(2026, 9, 15)
    assert made.answer_given == "本人不到场，拍不了照片。"
    assert [str(one) for one in made.materials] == ["到期身份证，复印件1份（留存）"]
    assert (made.nature, made.cause) == (Nature.HARD, Cause.CHANNELS)
    assert (made.grade, made.method) == (Grade.GENERAL, Method.VISIT)
    assert (made.lead, made.helpers) == ("派出所", ("石门村",))
    assert (made.ask_business, made.ask_need, made.ask_trouble) == ("顺便问残疾补贴", "", None)
    assert made.received_at == NOW
    assert Case.get().complete
    assert ("paper_wanted", WantedPaper(Case.get().id)) in errands
    assert list_drafts() == []
    assert page.form.who.name.text() == ""
    assert QApplication.focusWidget() is page.first


def test_a_quick_case_needs_who_what_and_contact_and_waits_to_be_completed(
    page, clerk_types, errands
):
    quickly(page, clerk_types)
    clerk_types.press(KEY.Key_F10)
    assert not Case.get().complete
    assert errands[-1] == ("said", f"已登记 {Case.get().number}，答复期限 11月27日 周五")
    assert QApplication.focusWidget() is page.first


def test_what_is_lacking_is_said_in_heads_foot_and_fields_and_nothing_is_lost(
    page, clerk_types, errands
):
    clerk_types.write("盛建军").enter().write("1001234567").press(KEY.Key_F9)
    assert Case.select().count() == 0
    assert page.form.rows["person.phone"].hint.text == "手机号还少 1 位"
    assert page.foot.lacking.text == "还差 6 项：电话、事项、诉求、性质、成因、牵头"
    assert QApplication.focusWidget() is page.form.who.phone
    assert errands[-1] == ("said", "手机号还少 1 位。")
    clerk_types.write("8")
    assert not page.form.rows["person.phone"].is_wrong()
    assert page.form.who.name.text() == "盛建军"


def test_the_star_leaves_the_demand_once_the_problem_is_told(page, clerk_types):
    star = page.form.rows["demand"].label
    assert star.needed
    page.form.matter.problem.setFocus()
    clerk_types.write("证件到期换不了")
    assert not star.needed
    page.form.fill({})
    assert star.needed


def test_a_number_that_is_being_typed_is_spoken_of_quietly_and_wrong_when_left(page, clerk_types):
    row = page.form.rows["person.phone"]
    clerk_types.enter().write("100")
    assert (row.is_wrong(), row.hint.text) == (False, "手机号还少 8 位")
    clerk_types.tab()
    assert row.is_wrong()


def test_an_id_number_tells_and_is_covered_when_left(page, clerk_types):
    field = page.form.who.number
    field.setFocus()
    clerk_types.write("３３０１１１６８０５０２０５３")  # an old one, in full width
    clerk_types.tab()
    assert field.text() == HUSBAND.id_number
    assert page.form.rows["person.id_number"].hint.text == "男 58 岁 1968-05-02"
    assert field.cover(field.text()) == "330111********0534"


@pytest.mark.parametrize("text", ["盛建军", "10012345678", "5678", "sjj", HUSBAND.id_number])
def test_someone_who_was_here_before_is_filled_in_by_enter(page, clerk_types, text):
    makers.case(applicant=makers.husband(address="3组12号", needs=(Need.WEAK,)))
    clerk_types.write(text).enter()
    who = page.form.who
    assert who.name.text() == "盛建军"
    assert (who.phone.text(), who.village.text()) == ("10012345678", "石门村")
    assert (who.address.text(), who.needs.values()) == ("3组12号", [Need.WEAK])
    assert QApplication.focusWidget() is who.phone
    assert page.form.rows["person.name"].hint.text == "来过 1 次，上次 2026年11月22日"
    assert [one.title for one in page.reference.earlier.entries()] == ["居民身份证换领"]


def test_two_people_of_one_name_are_for_the_arrows(page, clerk_types):
    for phone in ("10012345678", "10087654321"):
        makers.case(applicant=PartyDraft(name="王芳", phone=phone))
    clerk_types.write("王芳").enter()
    assert page.form.who.phone.text() == ""
    page.first.setFocus()
    page.first.look()
    clerk_types.press(KEY.Key_Down).enter()
    assert page.form.who.phone.text() == "10087654321"


def test_a_number_nobody_has_goes_to_its_field_and_the_name_is_asked_for(page, clerk_types):
    clerk_types.write("10055556666").enter()
    assert (page.first.text(), page.form.who.phone.text()) == ("", "10055556666")
    assert QApplication.focusWidget() is page.first


def test_an_enterprise_has_a_credit_code_and_someone_who_came_for_it(page, clerk_types):
    keys = clerk_types
    page.speed.set_value("quick")
    page.form.who.comer.setFocus()
    keys.press(KEY.Key_3).enter().write("云溪果业合作社").enter().write("05700001234").enter()
    keys.write("93330802MA2DFT4X0X").tab()
    assert page.form.rows["person.id_number"].is_wrong()
    labels = [page.form.rows[f"person.{name}"].label.text() for name in ("name", "id_number")]
    assert labels == ["企业", "信用码"]
    page.form.who.number.clear()
    page.form.who.other.setFocus()
    keys.write("石国强").enter(3).write("10098765432")
    page.form.matter.matter.setFocus()
    keys.write("营业执照变更").tab(2).write("请告知材料").press(KEY.Key_F10)
    made = draft_of(Case.get().id)
    assert (made.applicant.kind, made.applicant.name) == (PartyKind.ORGANISATION, "云溪果业合作社")
    assert (made.applicant.phone, made.applicant.id_kind) == ("0570-0001234", IdKind.CREDIT_CODE)
    assert made.proxy is not None
    assert (made.proxy.name, made.proxy.phone) == ("石国强", "10098765432")
    assert made.matter == "营业执照变更"


def test_a_proxy_comes_for_someone_else(page, clerk_types):
    keys = clerk_types
    page.speed.set_value("quick")
    page.form.who.comer.setFocus()
    keys.press(KEY.Key_2).enter().write("石国强").enter().write("10098765432")
    page.form.matter.matter.setFocus()
    keys.write("养老金资格认证").tab(2).write("请上门认证").press(KEY.Key_F9)
    assert page.foot.lacking.text == "还差 1 项：办给谁"
    keys.write("刘大根").enter().write("邻居")
    keys.press(KEY.Key_F9)
    made = draft_of(Case.get().id)
    assert made.applicant.name == "刘大根"
    assert made.proxy is not None
    assert (made.proxy.name, made.relation) == ("石国强", "邻居")


def test_what_was_typed_is_there_after_the_page_is_gone(qtbot, opened, clerk_types):
    page = opened()
    clerk_types.write("盛建军").enter().write("10012")
    page.form.matter.problem.setFocus()
    clerk_types.write("妻子出不了门")
    page.close()  # nothing is done at closing
    again = opened()
    assert again.form.who.name.text() == "盛建军"
    assert again.form.who.phone.text() == "10012"
    assert again.form.matter.problem.toPlainText() == "妻子出不了门"
    assert len(list_drafts(FORM)) == 1


def test_every_keystroke_is_in_the_store(page, clerk_types):
    clerk_types.write("s")
    assert drafts.load(list_drafts()[0].id)["person.name"] == "s"
    clerk_types.write("j")
    assert drafts.load(list_drafts()[0].id)["person.name"] == "sj"
    page.form.matter.tried.line.setFocus()
    clerk_types.write("某所")
    assert drafts.load(list_drafts()[0].id)["tried_units"] == ["某所"]


def test_two_half_written_forms_wait_for_one_another(page, clerk_types, errands):
    clerk_types.write("盛建军")
    page.take(None)
    assert errands[-1] == ("said", "刚才的“盛建军 · 未填事项”已存为草稿。")
    clerk_types.write("龚小平")
    assert [one.title for one in list_drafts()] == ["龚小平 · 未填事项", "盛建军 · 未填事项"]
    assert page.waiting.text() == "草稿 1"
    first = list_drafts()[1].id
    page.take(Resume(first))
    assert page.form.who.name.text() == "盛建军"
    clerk_types.write("!")
    assert len(list_drafts()) == 2


def test_a_draft_that_is_thrown_away_is_asked_about_and_gone(page, clerk_types, monkeypatch):
    clerk_types.write("盛建军")
    monkeypatch.setattr(ask, "is_sure", lambda *_, **__: False)
    page.foot.clear.click()
    assert len(list_drafts()) == 1
    monkeypatch.setattr(ask, "is_sure", lambda *_, **__: True)
    page.foot.clear.click()
    assert list_drafts() == []
    assert page.first.text() == ""


def test_a_draft_discarded_elsewhere_does_not_come_back(page, clerk_types):
    clerk_types.write("盛建军")
    drafts.discard(list_drafts()[0].id)
    assert page.first.text() == ""
    assert list_drafts() == []


def test_a_correction_is_of_the_case_and_takes_no_number(page, clerk_types, errands):
    opened = makers.case(cause=None, received_at=BEFORE)
    page.take(Correct(opened.id))
    assert page.name.text() == "更正登记"
    assert page.foot.closed.isHidden()
    assert list_drafts() == []
    page.form.obstacle.cause.setFocus()
    clerk_types.press(KEY.Key_5)
    assert list_drafts()[0].title == f"更正 {opened.number}"
    clerk_types.press(KEY.Key_F9)
    assert Case.select().count() == 1
    assert draft_of(opened.id).cause is Cause.DATA
    assert draft_of(opened.id).received_at == BEFORE
    assert list_history(opened.id)[0].act is Act.COMPLETE
    assert errands[-2:] == [
        ("said", f"已更正 {opened.number}：成因"),
        ("case_wanted", opened.id),
    ]
    assert page.name.text() == "登记受理"


def test_a_reception_is_made_a_case(page, clerk_types):
    asked = ReceptionDraft(
        at=BEFORE,
        name="龚小平",
        phone="10000005621",
        asked="养老认证怎么办？",
        ending=ReceptionEnd.REGISTERED,
    )
    reception = record_reception(asked, makers.somebody(), NOW)
    page.take(FromReception(reception))
    assert page.form.matter.problem.toPlainText() == "养老认证怎么办？"
    page.speed.set_value("quick")
    page.form.matter.matter.setFocus()
    clerk_types.write("养老金资格认证").press(KEY.Key_F10)
    assert get_reception(reception).case_id == Case.get().id
    assert Case.get().received_at == BEFORE


def test_what_else_was_hard_becomes_a_case_of_the_same_people(page, clerk_types):
    before = makers.case(ask_trouble="低保证也丢了")
    page.take(FromTrouble(before.id))
    assert before.number in page.note.text
    assert page.form.matter.problem.toPlainText() == "低保证也丢了"
    page.speed.set_value("quick")
    page.form.matter.matter.setFocus()
    clerk_types.write("低保证补办").press(KEY.Key_F10)
    made = Case.select().order_by(Case.id.desc()).get()
    assert (made.origin_id, made.applicant_id) == (before.id, Case.get().applicant_id)


def test_an_open_case_of_the_same_person_and_matter_is_shown_and_blocks_nothing(page, clerk_types):
    made = makers.case(beneficiary=None, relation="", matter="养老金资格认证")
    quickly(page, clerk_types)
    page.look_up.look()
    assert [one.title for one in page.reference.repeats.entries()] == [made.number]
    assert made.number in page.form.rows["matter"].hint.text
    clerk_types.press(KEY.Key_F10)
    assert Case.select().count() == 2


def test_similar_cases_stand_beside_the_form_and_open(page, clerk_types, errands):
    made = makers.case()
    page.form.matter.problem.setFocus()
    clerk_types.write("老人失智没法到派出所换领身份证，看病受影响")
    page.look_up.look()
    (entry,) = page.reference.similar.entries()
    page.reference.similar.chosen.emit(entry)
    assert errands[-1] == ("case_wanted", made.id)


def test_the_promised_day_follows_grade_and_hour_and_says_how(page, clerk_types):
    lock_month(date(2026, 9, 1), makers.somebody(), NOW)
    due = page.form.how.due
    assert (due.day, due.span) == ("11月27日 周五", "5 个工作日")
    page.form.obstacle.grade.setFocus()
    clerk_types.press(KEY.Key_3)
    assert (due.day, due.span) == ("12月4日 周五", "10 个工作日")
    page.form.how.received_at.setFocus()
    clerk_types.write("9.18 9:30").tab()
    assert due.day == "10月9日 周五"
    closed = page.foot.closed
    assert (closed.isVisible(), closed.text[:10]) == (True, "2026年9月已封账")
    page.form.how.received_at.setFocus()
    page.form.how.received_at.clear()
    clerk_types.write("12.1 9:30")
    assert (due.day, due.span) == ("", "受理时间改对后算出")


def test_a_picture_pasted_into_any_field_goes_with_the_case(page, clerk_types):
    picture = QImage(3, 2, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    quickly(page, clerk_types)
    clerk_types.press(KEY.Key_V, 1, Qt.KeyboardModifier.ControlModifier)
    assert page.form.matter.handed_in.text() == "附件 1"
    clerk_types.press(KEY.Key_F10)
    (row,) = list_attachments(Case.get().id)
    assert row.name == "粘贴的图片1.png"
    assert page.form.matter.handed_in.text() == ""


def test_files_dropped_on_the_form_are_kept_and_can_be_taken_back(page, tmp_path, store):
    for name in ("委托书.pdf", "照片.jpg"):
        (tmp_path / name).write_bytes(b"content")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / n)) for n in ("委托书.pdf", "照片.jpg")])
    spot, copy = page.form.rect().center(), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(spot, copy, mime, left, none)
    QApplication.sendEvent(page.form, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page.form, QDropEvent(spot, copy, mime, left, none, QEvent.Type.Drop))
    files = page.form.matter.files
    assert [one.name for one in files.kept] == ["委托书.pdf", "照片.jpg"]
    page.form.matter.handed_in.setFocus()
    files.chips[0].click()
    assert [one.name for one in files.kept] == ["照片.jpg"]
    assert len(list((store.parent / "drafts").iterdir())) == 1


def test_the_enter_that_ends_a_composition_moves_and_saves_nothing(page, clerk_types):
    clerk_types.compose("盛建军", enter=True)
    assert QApplication.focusWidget() is page.first
    assert page.first.text() == "盛建军"
    assert Case.select().count() == 0


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "<b>粗</b>",
    "\u202e反着写",
    "𠅤𬎆䶮",
    "a\x00b\x1bc",
    "&amp;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_pasted_is_kept_as_words(page, clerk_types, text):
    clean = "".join(one for one in text if one.isprintable() and one != "\u202e")
    quickly(page, clerk_types)
    page.form.who.address.setText(text)
    page.form.matter.problem.setPlainText(text)
    clerk_types.press(KEY.Key_F10)
    made = draft_of(Case.get().id)
    assert made.problem == made.applicant.address == clean


def test_what_is_too_long_is_said_at_its_field(page, clerk_types):
    quickly(page, clerk_types)
    page.form.who.address.setText("长" * 121)
    clerk_types.press(KEY.Key_F10)
    assert Case.select().count() == 0
    assert page.foot.lacking.text == "还差 1 项：住址"
    assert page.form.rows["person.address"].hint.text == "最多 120 个字，请删去 1 个"


def test_a_moment_that_is_none_is_not_taken_for_now(page, clerk_types):
    quickly(page, clerk_types)
    page.speed.set_value("full")
    page.form.how.received_at.setText("昨天吧")
    assert "受理" in page.foot.lacking.text


def test_the_first_application_is_kept_in_the_draft_and_said_of_the_trips(page, clerk_types):
    matter = page.form.matter
    matter.trips.setFocus()
    clerk_types.enter()
    assert matter.tried.line.hasFocus()  # no trips: nothing is asked
    matter.trips.setFocus()
    clerk_types.press(KEY.Key_2).enter().write("2026-9-1").tab()
    assert page.form.rows["trips"].field.toolTip() == "首次申请 2026年9月1日"
    assert page._filled()["first_applied_on"] == "2026-09-01"
    assert matter.since.isHidden()


@pytest.mark.parametrize(
    ("text", "said"),
    [("2027-1-1", "首次申请应在受理之前，请核对日期"), ("上个月", "写成 20261122 或 11.22")],
)
def test_a_day_of_first_application_that_cannot_be_is_shown_and_gone_to(
    page, clerk_types, text, said
):
    quickly(page, clerk_types)
    matter = page.form.matter
    matter.trips.setFocus()
    clerk_types.press(KEY.Key_2).enter().write(text).tab()
    assert page.form.rows["trips"].field.toolTip() == f"首次申请：{said}"
    clerk_types.press(KEY.Key_F10)
    assert Case.select().count() == 0
    assert matter.first.hasFocus()
    assert page.form.rows["first_applied_on"].hint.text == said
    clerk_types.press(KEY.Key_F10)
    assert page.form.rows["first_applied_on"].hint.text == said


def test_a_correction_brings_the_day_of_first_application(page, clerk_types):
    opened = makers.case(received_at=BEFORE, trips=2, first_applied_on=date(2026, 9, 1))
    page.take(Correct(opened.id))
    matter = page.form.matter
    assert matter.first.text() == "2026年9月1日"
    matter.trips.setFocus()
    clerk_types.enter()
    matter.first.selectAll()
    clerk_types.write("2026-9-2").press(KEY.Key_F9)
    assert draft_of(opened.id).first_applied_on == date(2026, 9, 2)


def test_the_form_fits_without_scrolling_in_a_low_window(page):
    page.resize(882 + 300, 697 - 56 - 28)
    QApplication.processEvents()
    assert page.form.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("wide", "abreast"), [(882 + 300, True), (820, False)])
def test_a_number_is_not_cut_off_in_a_narrow_window(qtbot, page, clerk_types, wide, abreast):
    page.resize(wide, 430)
    phone, number = page.form.rows["person.phone"], page.form.rows["person.id_number"]
    qtbot.waitUntil(lambda: (phone.y() == number.y()) is abreast)
    for row, shown in ((phone, "100****5678"), (number, "330111********0534")):
        assert row.field.width() > width_of(shown) + 2 * WIDE


def test_new_lists_arrive_while_a_form_is_half_written(page, clerk_types):
    clerk_types.write("盛建军")
    save_all([MatterDraft(name="残疾人证换领", unit="社保窗口", papers="照片")])
    page.form.matter.matter.setFocus()
    clerk_types.write("残疾人证换领").tab()
    assert page.form.rows["matter"].hint.text == "社保窗口 · 要 1 份材料"
    assert page.form.how.lead.text() == "社保窗口"
    assert page.first.text() == "盛建军"


def test_a_lead_that_was_chosen_is_not_overruled_by_the_matter(page, clerk_types):
    page.form.how.lead.setFocus()
    clerk_types.write("派出所").tab()
    page.form.matter.matter.setFocus()
    clerk_types.write("养老金资格认证").tab()
    assert page.form.how.lead.text() == "派出所"


def test_changed_rules_are_heeded_at_once(page, clerk):
    save_rules(RulesDraft(general=3), clerk, NOW)
    assert page.form.how.due.span == "3 个工作日"


def test_a_spoilt_draft_does_not_keep_the_page_from_opening(opened, clerk):
    draft_id = drafts.keep(FORM, None, "坏", {"person.name": "坏"}, clerk.id, NOW)
    Draft.update(content="{").where(Draft.id == draft_id).execute()
    assert opened().first.text() == ""
