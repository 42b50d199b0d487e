"""The month mailed from the desk to a real server; what did not go, gone on with in the outbox."""

import email
import email.policy
from datetime import date, datetime
from io import BytesIO

import msoffcrypto
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from python_calamine import CalamineWorkbook

from app.attachments import place_of
from app.deadlines.calendar import forget
from app.drafts import list_drafts
from app.mail.composing import compose
from app.mail.outbox import get_mail, keep_mail, list_mails
from app.mail.settings import MailSettings, save_settings
from app.month import list_exports, report_month
from exports.mailed import workbook_of
from models.choices import MailState
from tests.app.month_stores import add_case, add_person, found_centre
from tests.conftest import NOW
from tests.postal import ACCOUNT, AUTHORITY, PASSWORD, Behaviour, certificate, post_office
from tests.ui.typist import Typist
from ui.kit import ask
from ui.reports.dispatch import KEPT, SENT
from ui.reports.mail_foot import CONNECTING, GOES_ON, NO_MAILBOX
from ui.reports.mail_sheet import STOPPED, MailSheet
from ui.reports.outbox_sheet import OutboxSheet
from ui.reports.page import ReportsPage

KEY = Qt.Key
OCTOBER = date(2026, 10, 1)
TO = "刘科 <liu@county.example.cn>"
SEAL = "Yx-2026-10"


@pytest.fixture
def page(store, desk, qtbot):
    forget()
    found_centre()
    add_case(datetime(2026, 10, 12, 9), applicant=add_person(name="欧阳小敏"))
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    qtbot.waitUntil(lambda: made.seen is not None)
    return made


@pytest.fixture
def sure(monkeypatch):
    """What was asked, and said yes to."""
    heard = []

    def yes(parent, act, consequence="", *, harm=False):
        heard.append((act, consequence))
        return True

    monkeypatch.setattr(ask, "is_sure", yes)
    return heard


@pytest.fixture
def office():
    with post_office(tls=certificate("localhost")) as opened:
        yield opened


def mailbox(port):
    made = MailSettings(address=ACCOUNT, server="localhost", port=port, authority=AUTHORITY, to=TO)
    save_settings(made)


def written(page, qtbot):
    """F6, and its workbook made."""
    QTest.keyClick(page, KEY.Key_F6)
    sheet = page.window().findChild(MailSheet)
    qtbot.waitUntil(lambda: sheet.prepared is not None)
    return sheet


def outbox(page):
    return page.window().findChild(OutboxSheet)


def told(page):
    """What is said beside the page of the last that went."""
    return next((one.note for one in page.beside.history.entries()), "")


def attached(letter):
    message = email.message_from_bytes(letter, policy=email.policy.default)
    (part,) = message.iter_attachments()
    return part


def waiting(page):
    """A mail of the month that stands in the outbox."""
    report = report_month(2026, 10, NOW)
    who = page.desk.who()
    return keep_mail(compose(report, who), report, workbook_of(report), who, NOW)


def test_the_month_is_mailed_with_the_keyboard_alone(page, qtbot, office, monkeypatch):
    port, got = office
    mailbox(port)
    sheet = written(page, qtbot)
    assert sheet.form.to.value() == TO
    assert "受理 1 件" in sheet.form.text.value()
    keys = Typist().tab().press(KEY.Key_End).write("，请查收").tab(4)
    keys.write(PASSWORD)
    with qtbot.waitSignal(page.desk.errands.said):
        keys.press(KEY.Key_F9)
    part = attached(got.letters[0])
    assert part.get_filename() == "云溪镇便民服务中心2026年10月月报.xlsx"
    book = CalamineWorkbook.from_filelike(BytesIO(part.get_content()))
    assert "欧阳小敏" not in str(book.get_sheet_by_name("明细台账").to_python())
    (mail,) = list_mails()
    assert (mail.state, mail.made_by, mail.agreed_by) == (MailState.SENT, "王芳", "")
    assert mail.subject.endswith("月报，请查收")
    qtbot.waitUntil(lambda: told(page) == "发给刘科，已发出")
    assert page.beside.history.entries()[0].icon == "mail-check"
    assert page.state.text == "11-22 已导出，之后没有改动"
    asked = []
    monkeypatch.setattr(ask, "is_sure", lambda *told: asked.append(told[1:]))
    again = written(page, qtbot)
    again.form.password.setText(PASSWORD)
    again.foot.send.click()
    ((act, told_so),) = asked
    assert act == "再发一封"
    assert told_so.startswith("这个月的月报 11-22 08:31 已经发给 刘科。")
    assert len(list_mails()) == 1


def test_what_went_wrong_is_said_and_all_that_was_typed_is_there_still(page, qtbot, office):
    port, got = office
    mailbox(port)
    sheet = written(page, qtbot)
    sheet.form.subject.set_value("十月的月报")
    sheet.form.password.setText("guessed")
    sheet.foot.send.click()
    qtbot.waitUntil(lambda: "邮箱密码不对" in sheet.verdict.text)
    assert QApplication.focusWidget() is sheet.form.to
    assert sheet.form.subject.value() == "十月的月报"
    assert list_mails()[0].state is MailState.FAILED
    qtbot.waitUntil(lambda: told(page) == "发给刘科，没有发出")
    assert "已导出" not in page.state.text
    sheet.form.password.setText(PASSWORD)
    sheet.form.subject.set_value("十月月报")
    with qtbot.waitSignal(page.desk.errands.said):
        sheet.foot.send.click()
    (mail,) = list_mails()
    assert (mail.state, mail.attempts, mail.subject) == (MailState.SENT, 2, "十月月报")
    assert len(got.letters) == 1


def test_what_was_written_and_not_sent_is_there_again(page, qtbot, office):
    port, got = office
    mailbox(port)
    sheet = written(page, qtbot)
    Typist().tab().press(KEY.Key_End).write("（补报）").press(KEY.Key_Escape)
    qtbot.waitUntil(lambda: page.window().findChild(MailSheet) is not sheet)
    again = written(page, qtbot)
    assert again.form.subject.value().endswith("（补报）")
    assert again.foot.state.text == GOES_ON
    keys = Typist().tab(5).write(PASSWORD)
    with qtbot.waitSignal(page.desk.errands.said):
        keys.press(KEY.Key_F9)
    assert len(got.letters) == 1
    assert list_drafts("mail") == []


def test_what_is_lacking_is_said_beside_its_field(page, qtbot, office):
    mailbox(office[0])
    sheet = written(page, qtbot)
    sheet.form.to.set_value("刘科")
    sheet.form.sealed.click()
    sheet.form.seal.setText(SEAL)
    sheet.foot.send.click()
    told = {name: row.hint.text for name, row in sheet.form.rows.items()}
    assert "第 1 行“刘科”" in told["to"]
    assert "两次不一样" in told["again"]
    assert told["password"] == "请输入邮箱密码。"
    assert list_mails() == []


def test_persons_go_unmasked_only_on_a_word_that_is_recorded(page, qtbot, office, sure):
    port, got = office
    mailbox(port)
    sheet = written(page, qtbot)
    sheet.form.full.click()
    qtbot.waitUntil(lambda: sheet.prepared is not None)
    sheet.form.sealed.click()
    for line, text in (("seal", SEAL), ("again", SEAL), ("password", PASSWORD)):
        getattr(sheet.form, line).setText(text)
    with qtbot.waitSignal(page.desk.errands.said):
        sheet.foot.send.click()
    assert sure[0][0] == "发出未遮盖的2026年10月月报"
    assert "1 件的姓名、电话、证件号码" in sure[0][1]
    assert "附件有密码" in sure[0][1]
    (mail,) = list_mails()
    assert (mail.full, mail.sealed, mail.agreed_by) == (True, True, "王芳")
    assert list_exports()[0].full
    sealed = msoffcrypto.OfficeFile(BytesIO(attached(got.letters[0]).get_content()))
    sealed.load_key(password=SEAL, verify_password=True)
    plain = BytesIO()
    sealed.decrypt(plain)
    plain.seek(0)
    book = CalamineWorkbook.from_filelike(plain)
    assert "欧阳小敏" in str(book.get_sheet_by_name("明细台账").to_python())


def test_who_thinks_better_of_it_sends_nobody_anything(page, qtbot, office, monkeypatch):
    mailbox(office[0])
    monkeypatch.setattr(ask, "is_sure", lambda *_, **__: False)
    sheet = written(page, qtbot)
    sheet.form.full.click()
    qtbot.waitUntil(lambda: sheet.prepared is not None)
    sheet.form.password.setText(PASSWORD)
    sheet.foot.send.click()
    assert list_mails() == []
    assert list_exports() == []


@pytest.mark.parametrize("when", [KEPT, SENT])
def test_stopped_before_it_has_gone_it_can_go_later(page, qtbot, office, when):
    port, got = office
    mailbox(port)
    sheet = written(page, qtbot)
    sheet.form.password.setText(PASSWORD)
    page.desk.tasks.begun.connect(
        lambda work: work == when and sheet.dispatch.stop(),
        Qt.ConnectionType.DirectConnection,
    )
    sheet.foot.send.click()
    qtbot.waitUntil(lambda: sheet.verdict.text == STOPPED)
    assert list_mails()[0].stands is MailState.WAITING
    assert got.letters == []


def test_without_a_mailbox_it_is_kept_as_a_draft(page, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "十月.eml"
    monkeypatch.setattr(ask, "where_to_save", lambda *_: path)
    sheet = written(page, qtbot)
    assert not sheet.foot.send.isEnabled()
    assert sheet.foot.state.text == NO_MAILBOX
    sheet.form.to.set_value(TO)
    with qtbot.waitSignal(page.desk.errands.said):
        QTest.keyClick(sheet, KEY.Key_F10)
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert (message["X-Unsent"], message["To"]) == ("1", TO)
    assert page.folder.isVisible()
    assert list_exports()[0].file_name == "十月.eml"


def test_in_the_outbox_one_is_sent_again_from_where_it_is_recorded(page, qtbot, office):
    port, got = office
    mailbox(port)
    mail = waiting(page)
    qtbot.waitUntil(lambda: bool(page.beside.history.entries()))
    page.beside.history.chosen.emit(page.beside.history.entries()[0])
    sheet = outbox(page)
    assert sheet.view.record().id == mail
    sheet.password.setText("guessed")
    sheet.again.setFocus()
    QTest.keyClick(sheet, KEY.Key_F9)
    qtbot.waitUntil(lambda: "邮箱密码不对" in sheet.verdict.text and sheet.again.isEnabled())
    assert QApplication.focusWidget() is sheet.password
    sheet.password.setText(PASSWORD)
    sheet.again.click()
    qtbot.waitUntil(lambda: get_mail(mail).state is MailState.SENT)
    qtbot.waitUntil(lambda: not sheet.again.isVisible())
    assert len(got.letters) == 1


def test_what_may_have_arrived_is_asked_about_first(page, qtbot, sure):
    rude = Behaviour(hangs_up_after_it=True)
    with post_office(rude, tls=certificate("localhost")) as (port, got):
        mailbox(port)
        sheet = written(page, qtbot)
        sheet.form.password.setText(PASSWORD)
        sheet.foot.send.click()
        qtbot.waitUntil(lambda: "可能已经收到" in sheet.verdict.text)
        assert not sheet.foot.send.isEnabled()
        sheet.leave()
        rude.hangs_up_after_it = False
        (mail,) = list_mails()
        again = OutboxSheet(page.window(), page.desk, mail.id)
        again.open()
        again.password.setText(PASSWORD)
        again.again.click()
        qtbot.waitUntil(lambda: get_mail(mail.id).state is MailState.SENT)
    assert sure[0][0] == "没收到，再发一次"
    assert "先打电话问刘科" in sure[0][1]
    assert len(got.letters) == 2


def test_one_is_given_up_and_its_attachment_can_be_taken_out(
    page, qtbot, sure, monkeypatch, tmp_path
):
    mailbox(465)
    mail = waiting(page)
    sheet = OutboxSheet(page.window(), page.desk)
    sheet.open()
    path = tmp_path / "月报.xlsx"
    monkeypatch.setattr(ask, "where_to_save", lambda *_: path)
    sheet.save.click()
    assert "汇总" in CalamineWorkbook.from_path(path).sheet_names
    place_of(get_mail(mail).sha256).write_bytes(b"x")
    sheet.password.setText(PASSWORD)
    sheet.again.click()
    qtbot.waitUntil(lambda: "附件不在了或被改动过" in sheet.verdict.text)
    sheet.drop.click()
    assert get_mail(mail).state is MailState.DROPPED
    qtbot.waitUntil(lambda: not sheet.drop.isVisible())


def test_what_did_not_go_is_said_over_the_sheets(page, qtbot):
    mailbox(465)
    waiting(page)
    qtbot.waitUntil(lambda: page.state.text == "11-22 的邮件待发送，请在“更多—发件箱”里再看")


def test_it_is_not_left_while_it_is_being_sent(page, qtbot):
    slow = Behaviour(hangs=True)
    with post_office(slow, tls=certificate("localhost")) as (port, got):
        mailbox(port)
        sheet = written(page, qtbot)
        sheet.form.password.setText(PASSWORD)
        sheet.foot.send.click()
        assert sheet.foot.state.text == CONNECTING
        qtbot.waitUntil(got.got.is_set)
        QTest.keyClick(sheet, KEY.Key_Escape)
        assert sheet.isVisible()
        assert "取消发送" in sheet.foot.state.text
    qtbot.waitUntil(lambda: "可能已经收到" in sheet.verdict.text)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not sheet.isVisible()
