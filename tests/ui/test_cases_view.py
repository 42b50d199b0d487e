"""One case: the next act by keyboard alone, what was corrected, its files."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QImage
from pytestqt.exceptions import capture_exceptions

from app import drafts
from app.attachments import attach, list_attachments, place_of
from app.cases.detail import get_case
from app.cases.registry import edit_case
from app.errors import AppError, NotFound
from app.moves import move_case
from app.papers.issues import issue, list_issues, void
from app.records.shares import list_shares
from models import Attachment
from models.choices import Act, Ending, PaperKind, ShareState, Status
from tests.conftest import TODAY
from tests.makers import case, centre, draft, husband, somebody, wife
from tests.ui.counter import CAME, cases, keyboard, move, on_the_desk
from tests.ui.kit.keyboard import press, write
from ui.cases.move_sheet import MoveSheet
from ui.cases.page import CasesPage
from ui.kit import ask
from ui.kit.entries import EntryList
from ui.kit.errands import Correct, FromTrouble, VisitOfCase, WantedAct, WantedPaper
from ui.kit.popover import Popover

KEY, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot, desk):
    centre()
    made = CasesPage(desk)
    window = on_the_desk(qtbot, made)
    yield made
    window.hide()


@pytest.fixture
def opened(page):
    """A case that was sorted out, open beside the list."""
    one = case(received_at=CAME)
    move(one.id, Act.SORT, "", now=CAME)
    page.open_case(one.id)
    return one


@pytest.fixture
def asked_for(desk):
    """What other pages and sheets were asked for."""
    heard = []
    desk.errands.intake_wanted.connect(heard.append)
    desk.errands.paper_wanted.connect(heard.append)
    return heard


def sheet(page):
    found = page.window().findChildren(MoveSheet)
    return next((one for one in found if one.isVisible()), None)


def told(page):
    return [(event.act, event.note) for event in page.case.way.events]


def act(case_id, what, now=CAME + timedelta(hours=2), **given):
    """Of the unit in the lead."""
    share = list_shares(case_id, TODAY)[0].id
    move_case(case_id, what, {"share": share, **given}, somebody(), now)


def status(case_id):
    return get_case(case_id).status


def test_a_case_goes_all_its_way_with_the_keyboard_alone(page, desk):
    opened = case(received_at=CAME, helpers=())
    page.open_case(opened.id)
    said = []
    desk.errands.said.connect(said.append)
    assert page.case.top.next.words() == "研判"
    press(KEY.Key_F8)
    press(KEY.Key_F9)  # as it was registered
    assert page.case.top.next.words() == "交办"
    press(KEY.Key_F8)
    assert keyboard() is sheet(page).form.editor("lead")
    assert sheet(page).form.given()["lead"] == "派出所"
    press(KEY.Key_F9)
    assert status(opened.id) is Status.HANDLING
    assert keyboard() is page.beside  # the keyboard is where it was

    for said_of_it in ("陈浩", "约好周三上门。", "已上门采集。"):  # signs, calls, answers
        press(KEY.Key_F8)
        write(said_of_it)
        press(KEY.Key_F9)
    press(KEY.Key_F8)
    for _ in ("whole", "basis cited"):
        press(KEY.Key_1)
        press(KEY.Key_Return)
    press(KEY.Key_F9)
    assert [one.state for one in list_shares(opened.id, CAME.date())] == [ShareState.ACCEPTED]

    press(KEY.Key_F8)
    press(KEY.Key_2)  # partly done
    press(KEY.Key_Return)
    assert keyboard() is sheet(page).form.editor("note")
    write("已上门采集，证等邮寄。")
    press(KEY.Key_F9)
    detail = get_case(opened.id)
    assert (detail.status, detail.ending) == (Status.CONCLUDED, Ending.PARTLY)
    assert page.case.top.state.text == "已办结·部分办成"

    for said_so in ("他知道了。", "他很满意。"):  # told the result, then asked how it went
        press(KEY.Key_F8)
        press(KEY.Key_1)  # on the phone
        sheet(page).form.editor("note").setFocus()
        write(said_so)
        press(KEY.Key_F9)
    press(KEY.Key_F8)
    press(KEY.Key_F9)  # archiving needs no words
    assert status(opened.id) is Status.ARCHIVED
    of_the_unit = ["交办", "签收", "联系群众", "答复", "答复合格"]
    whole_way = ["登记受理", "研判", *of_the_unit, "办结", "反馈", "回访", "归档"]
    assert [act for act, _ in told(page)] == whole_way[::-1]
    seen = page.case.way.timeline
    assert len(seen.events) < len(whole_way)  # the newest; the others are one press away
    page.case.way.earlier.click()
    assert len(seen.events) == len(whole_way)
    assert said[-1] == f"已归档：{opened.number}"


def test_what_a_move_lacks_is_said_beside_its_field_and_nothing_is_saved(page, opened):
    move(opened.id, Act.TAKE_UP)
    press(KEY.Key_F8)
    here = sheet(page)
    press(KEY.Key_F9)
    assert here.isVisible()
    assert here.form.rows["ending"].hint.text.startswith("请选结局")
    assert here.form.rows["note"].hint.text.startswith("请写明办理结果")
    assert keyboard() is here.form.editor("ending")
    assert status(opened.id) is Status.HANDLING
    press(KEY.Key_1)
    press(KEY.Key_Return)
    write("拍照上传，三天后拿证。")
    press(KEY.Key_F9)
    assert status(opened.id) is Status.CONCLUDED
    assert page.case.result.words.text() == "拍照上传，三天后拿证。"


def test_esc_closes_the_sheet_and_not_the_case_and_what_was_typed_is_kept(page, opened):
    press(KEY.Key_F8)
    assert not sheet(page).clear.isVisible()
    press(KEY.Key_Escape)
    assert sheet(page) is None
    assert drafts.list_drafts() == []  # nothing was typed
    press(KEY.Key_F8)
    sheet(page).form.editor("note").setFocus()
    write("交派出所")
    press(KEY.Key_Escape)
    assert page.is_split()
    assert status(opened.id) is Status.REGISTERED
    press(KEY.Key_F8)
    assert sheet(page).form.given()["note"].startswith("交派出所")
    assert "接着填 王芳" in sheet(page).kept.text
    sheet(page).clear.click()
    assert sheet(page).form.given()["note"] == "11月25日前答复。"
    assert drafts.list_drafts() == []


def test_what_is_done_leaves_no_draft(page, opened):
    press(KEY.Key_F8)
    sheet(page).form.editor("note").setFocus()
    write("请快办。")
    assert [one.title for one in drafts.list_drafts()] == [f"交办 · {opened.number}"]
    press(KEY.Key_F9)
    assert drafts.list_drafts() == []


def test_the_other_acts_are_behind_more(page, opened, asked_for):
    offered = [(item.group, item.label) for item in page.case.top.more._acts]
    assert offered[:6] == [
        ("办理", "窗口自办"),
        ("办理", "当场办结"),
        ("办理", "一次性告知"),
        ("办理", "撤回"),
        ("办理", "更正登记"),
        ("办理", "约上门服务"),
    ]
    assert offered[-2:] == [("文书", "受理回执"), ("文书", "登记表")]
    press(KEY.Key_F7)
    write("gzdj")
    press(KEY.Key_Return)
    assert asked_for == [Correct(opened.id)]
    receipt = next(one for one in page.case.top.more._acts if one.label == "受理回执")
    page.case.top.more.picked.emit(receipt.value)
    assert asked_for[1:] == [WantedPaper(opened.id, PaperKind.RECEIPT)]


def test_a_visit_is_asked_for_while_the_case_is_open(page, opened, desk):
    wanted = []
    desk.errands.request_wanted.connect(wanted.append)
    press(KEY.Key_F7)
    write("ysm")
    press(KEY.Key_Return)
    page.case.top.begin(Act.VISIT)
    assert wanted == [VisitOfCase(opened.id)] * 2


def test_a_quick_case_is_to_be_completed(page, asked_for):
    quick = case(received_at=CAME, cause=None)
    page.open_case(quick.id)
    assert "补全登记" in [item.label for item in page.case.top.more._acts]
    facts = dict(page.case.registration.facts.facts)
    assert facts["成因"] == "还没选"


def test_the_one_date_is_explained_line_by_line(page, opened):
    page.case.top.why.click()
    pop = page.window().findChild(Popover)
    assert pop.title == "为什么是 11月25日"
    assert pop.lines.lines == [
        ("minus", "2026年11月18日 周三", "收件，当天不算"),
        ("check", "11月19日—20日", "第 1–2 个工作日"),
        ("minus", "11月21日—22日", "周末，跳过 2 天"),
        ("check", "11月23日—25日", "第 3–5 个工作日，11月25日到期"),
    ]
    assert pop.total == ("一般事项", "11月25日 周三")


def test_persons_are_covered_until_somebody_asks(page, opened):
    def seen():
        return page.case.top.who.words.text() + str(page.case.people.facts)

    assert "刘**（反映人 盛**）" in seen()
    assert "100****5678" in seen()
    assert "盛建军" not in seen()
    page.case.top.who.button.click()
    assert "盛建军" in seen()
    assert "10012345678" in seen()
    assert husband().id_number in seen()
    page.case.top.who.button.click()
    assert "10012345678" not in seen()


def test_the_next_case_is_covered_again_and_so_is_one_nobody_looks_at(page, opened):
    other = case(received_at=CAME + timedelta(minutes=3))
    page.case.top.who.button.click()
    page.open_case(other.id)
    assert page.case.top.who.covered
    page.case.top.who.button.click()
    page.hide()
    assert page.case.top.who.covered


def test_a_correction_tells_what_was_and_covers_numbers(page, opened):
    changed = draft(
        received_at=CAME,
        applicant=husband(phone="10087654321"),
        demand="请派出所上门，再帮着激活社保卡。",
        trips=4,
    )
    edit_case(opened.id, changed, somebody(), CAME + timedelta(hours=2))
    act, note = told(page)[0]
    assert act == "更正"
    assert "跑动次数：“3” → “4”" in note.splitlines()
    assert "反映人电话：“100****5678” → “100****4321”" in note.splitlines()
    assert "10087654321" not in note
    page.case.top.who.button.click()
    assert "10087654321" in told(page)[0][1]


def test_the_three_asks_are_there_when_they_were_asked(page):
    one = case(received_at=CAME, ask_business="", ask_need="想办残疾证", ask_trouble=None)
    page.open_case(one.id)
    facts = dict(page.case.registration.facts.facts)
    assert (facts["还办业务"], facts["还有需求"]) == ("没有", "想办残疾证")
    assert "还有困难" not in facts


def test_units_are_told_with_the_days_they_have_had_it(page, opened):
    def units():
        return [(u.name, u.state.word, u.held, u.leads) for u in page.case.units.units]

    assert units() == [("派出所", "待交办", "", True), ("石门村", "待交办", "", False)]
    move(opened.id, Act.ASSIGN)
    assert units()[0] == ("派出所", "签收超期", "第 3 天", True)
    act(opened.id, Act.REMIND, how="电话", answer_by=TODAY + timedelta(days=1))
    act(opened.id, Act.SIGN, signed_by="周强")
    assert units()[0] == ("派出所", "办理中", "第 3 天", True)
    assert page.case.units.units[0].urged == "催×1"
    act(opened.id, Act.REPLY, note="可以上门采集。", now=CAME + timedelta(days=1))
    assert units()[0] == ("派出所", "已答复", "用了 1 天", True)
    move(opened.id, Act.CONCLUDE, now=CAME + timedelta(days=1))
    assert units()[1] == ("石门村", "未答复", "", False)


def test_what_people_wrote_is_never_markup(page):
    one = case(received_at=CAME, matter="<b>低保</b>", demand="<img src=x>", lead="")
    page.open_case(one.id)
    for label in (page.case.top.matter, page.case.demand.words):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_papers_are_listed_and_open_to_be_looked_at(page, opened, asked_for):
    for _ in range(2):
        issue(opened.id, PaperKind.RECEIPT, somebody(), CAME)
    void(issue(opened.id, PaperKind.REGISTER, somebody(), CAME).id, "打错", somebody(), CAME)
    shown = page.case.issues.list.entries()
    assert [(one.title, one.note, one.mark) for one in shown] == [
        ("登记表", "DJ20261118-001", "作废"),
        ("受理回执 补打1", "HZ20261118-001", ""),
        ("受理回执", "HZ20261118-001", ""),
    ]
    chosen(page.case.issues.list, 1)
    wanted = list_issues(opened.id)[1]
    assert asked_for == [WantedPaper(opened.id, PaperKind.RECEIPT, wanted.id)]


def chosen(entries: EntryList, row):
    entries.setFocus()
    for _ in range(row):
        press(KEY.Key_Down)
    press(KEY.Key_Return)


class Programs(QObject):
    """Stands for the programs of this computer."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def programs():
    handler = Programs()
    QDesktopServices.setUrlHandler("file", handler, "open")
    yield handler
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def photo(tmp_path):
    file = tmp_path / "到期身份证.jpg"
    file.write_bytes(b"jpeg" * 600)
    return file


def test_a_file_is_opened_under_its_own_name(page, opened, photo, programs):
    attach(opened.id, photo, somebody(), CAME)
    entry = page.case.files.list.entries()[0]
    assert (entry.title, entry.note, entry.side) == ("到期身份证.jpg", "王芳 11-18", "2 KB")
    chosen(page.case.files.list, 0)
    assert programs.opened[0].name == photo.name
    assert programs.opened[0].read_bytes() == photo.read_bytes()
    assert told(page)[0] == ("添加附件", "到期身份证.jpg")


def test_copies_for_other_programs_do_not_outlive_the_day(page, opened, photo, programs, desk):
    attach(opened.id, photo, somebody(), CAME)
    chosen(page.case.files.list, 0)
    assert programs.opened[0].exists()
    again = CasesPage(desk)  # as after the next start
    assert not programs.opened[0].exists()
    again.deleteLater()


def test_a_file_that_is_gone_is_said_in_a_sentence(page, opened, photo, programs):
    attach(opened.id, photo, somebody(), CAME)
    place_of(Attachment.get().sha256).unlink()
    with capture_exceptions() as raised:
        chosen(page.case.files.list, 0)
    assert [kind for kind, *_ in raised] == [NotFound]
    assert "文件不在了" in str(raised[0][1])
    assert programs.opened == []


def test_files_are_added_through_the_dialog_all_or_none(page, opened, photo, monkeypatch):
    other, bad = photo.with_name("户口簿.png"), photo.with_name("病毒.exe")
    for file in (other, bad):
        file.write_bytes(b"x")
    chosen_files = [photo, other, bad]
    monkeypatch.setattr(ask, "which_files", lambda *_: chosen_files)
    with capture_exceptions() as raised:
        page.case.files.add.click()
    assert "病毒.exe" in str(raised[0][1])
    assert list_attachments(opened.id) == []
    chosen_files.pop()
    page.case.files.add.click()
    assert [one.name for one in list_attachments(opened.id)] == [photo.name, other.name]


def test_a_screenshot_is_pasted_while_the_keyboard_is_in_the_list(page, opened):
    shot = QImage(8, 8, QImage.Format.Format_RGB32)
    shot.fill(QColor("#1d5fa8"))
    QGuiApplication.clipboard().setImage(shot)
    assert keyboard() is page.beside
    press(KEY.Key_V, HELD.ControlModifier)
    assert page.case.files.list.entries()[0].title == "粘贴的图片 11-22 083105.png"


def test_a_copied_file_is_pasted_into_the_case(page, opened, photo):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(carried)
    page.case.files.add.setFocus()
    press(KEY.Key_V, HELD.ControlModifier)
    assert [one.name for one in list_attachments(opened.id)] == [photo.name]
    QGuiApplication.clipboard().clear()  # while the data still lives: it is Python's too


def test_voiding_a_file_names_it_and_asks_why(page, opened, photo, monkeypatch):
    attach(opened.id, photo, somebody(), CAME)
    asked = []

    def why(parent, act, *rest, **how):
        asked.append(act)
        return "拍糊了"

    monkeypatch.setattr(ask, "why", why)
    file = page.case.files.list.entries()[0].key
    page.case.files.void.picked.emit(file)
    assert asked == ["作废附件“到期身份证.jpg”"]
    assert page.case.files.list.entries() == []
    assert not page.case.files.void.isVisible()
    assert told(page)[0] == ("作废附件", "到期身份证.jpg，原因：拍糊了")


def test_thinking_better_of_it_voids_nothing(page, opened, photo, monkeypatch):
    attach(opened.id, photo, somebody(), CAME)
    monkeypatch.setattr(ask, "why", lambda *_, **__: None)
    page.case.files.void.picked.emit(page.case.files.list.entries()[0].key)
    assert len(list_attachments(opened.id)) == 1


def test_a_move_that_was_made_elsewhere_meanwhile_is_refused_in_a_sentence(page, opened):
    press(KEY.Key_F8)
    move(opened.id, Act.WITHDRAW, now=CAME + timedelta(hours=2))
    with capture_exceptions() as raised:
        press(KEY.Key_F9)
    assert isinstance(raised[0][1], AppError)
    assert "不能再交办" in str(raised[0][1])


def test_a_year_is_said_where_it_is_another(page):
    old = case(received_at=CAME.replace(year=2025), beneficiary=wife(id_number=""))
    page.open_case(old.id)
    assert page.case.way.events[0].when == "2025-11-18 09:20"
    assert page.ledger.table.text(0, 1) == "2025-11-18"
    assert cases(1)


def test_what_else_is_hard_becomes_a_case_with_one_key(page, asked_for):
    one = case(received_at=CAME, ask_trouble="低保证也丢了")
    page.open_case(one.id)
    assert page.case.trouble.note == "低保证也丢了"
    press(KEY.Key_F2, HELD.ShiftModifier)
    assert asked_for == [FromTrouble(one.id)]


def test_the_request_is_read_before_it_is_decided(page, opened):
    move(opened.id, Act.ASSIGN)
    given = {"days": 3, "reason": "县里周三集中处理"}
    move_case(opened.id, Act.ASK_EXTENSION, given, somebody(), CAME + timedelta(hours=2))
    assert "县里周三集中处理" in page.case.notes.lines[0].note
    press(KEY.Key_F8)
    assert ("原因", "县里周三集中处理") in sheet(page).brief.facts


def test_whoever_came_for_an_act_goes_straight_back(page, opened):
    other = case(received_at=CAME)
    page.take(WantedAct(opened.id, Act.ASSIGN))
    assert sheet(page).chosen.act is Act.ASSIGN
    press(KEY.Key_F9)
    assert not page.back()  # the window goes back to where they came from
    page.open_case(other.id)
    assert page.back()  # to the list


def test_an_act_that_cannot_be_done_any_more_leaves_them_with_the_case(page, opened):
    page.take(WantedAct(opened.id, Act.INFORM))
    assert sheet(page) is None
    assert page.is_split()


def test_an_act_is_done_and_the_papers_it_owes_come_one_after_the_other(page, opened, asked_for):
    press(KEY.Key_F8)
    press(KEY.Key_F10)
    first, second = list_shares(opened.id, TODAY)
    (wanted,) = asked_for
    assert (wanted.kind, wanted.about) == (PaperKind.ORDER, first.id)
    assert [(one.kind, one.about) for one in wanted.then] == [(PaperKind.ORDER, second.id)]
