"""The month sent to a real mail server with TLS, and everything that can go wrong on the way."""

import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
import trustme
from python_calamine import CalamineWorkbook

from app.attachments import place_of
from app.errors import AppError
from app.mail.outbox import MailDraft, get_mail, give_up, keep_mail, kept_workbook
from app.mail.renewing import find_before, find_had, keep_once
from app.mail.sending import send, try_out
from app.mail.settings import MailSettings, get_settings, save_settings
from app.mail.troubles import MailTrouble, MayHaveArrived
from app.month import list_exports, report_month
from exports.mailed import workbook_of
from models.choices import MailSecurity, MailState
from tests import makers
from tests.conftest import NOW
from tests.postal import ACCOUNT, AUTHORITY, PASSWORD, Behaviour, certificate, deaf, post_office

NAME = "云溪镇便民服务中心2026年11月月报.xlsx"
TO = "刘科 <liu@county.example.cn>\nzhang@county.example.cn"
SSL, STARTTLS = MailSecurity.SSL, MailSecurity.STARTTLS
SHORT = 0.2  # seconds; of a server that never answers


def settings(port, **changes):
    values = {"server": "localhost", "port": port, "security": SSL, "authority": AUTHORITY}
    values |= {"address": ACCOUNT, "sender": "云溪镇便民服务中心"}
    made = MailSettings(**(values | changes))
    save_settings(made)
    return made


@pytest.fixture
def who(store):
    who = makers.furnish()
    makers.case()
    return who


@pytest.fixture
def mail(who):
    """A month with one case, masked, in the outbox."""
    return kept(who)


def kept(who, *, full=False, real=False, **changes):
    report = report_month(2026, 11, makers.NOW, full=full)
    workbook = workbook_of(report) if real else b"PK"
    words = {"to": TO, "subject": "2026年11月月报", "text": "请查收。\n.以点开头的一行"}
    return keep_mail(MailDraft(**(words | changes)), report, workbook, who, NOW)


def once_more(who, before=None, workbook=b"PK2", **changes):
    words = {"to": TO, "subject": "月报", "text": "请查收"}
    report = report_month(2026, 11, makers.NOW)
    draft = MailDraft(**(words | changes))
    return keep_once(draft, report, workbook, who, NOW, before=before)


@pytest.fixture
def office():
    """A server closed to others from the first word."""
    with post_office(tls=certificate("localhost")) as opened:
        yield opened


def failed(mail, *, error=MailTrouble, patience=5.0):
    """What is said of it; it is kept, and says the same."""
    with pytest.raises(error) as raised:
        send(mail, PASSWORD, NOW, patience=patience)
    row = get_mail(mail)
    assert row.stands is (MailState.FAILED if error is MailTrouble else MailState.UNKNOWN)
    assert row.why == str(raised.value)
    assert PASSWORD not in str(raised.value)
    return row.why


@pytest.mark.parametrize("security", MailSecurity)
def test_it_arrives_with_its_words_and_its_workbook(who, security):
    mail = kept(who, real=True)
    where = {"tls" if security is SSL else "starttls": certificate("localhost")}
    with post_office(**where) as (port, got):
        settings(port, security=security)
        send(mail, PASSWORD, NOW)
    (message,) = got.messages()
    assert message["From"] == f"云溪镇便民服务中心 <{ACCOUNT}>"
    assert message["To"] == "刘科 <liu@county.example.cn>, zhang@county.example.cn"
    assert message["Subject"] == "2026年11月月报"
    assert message["Date"] == "Sun, 22 Nov 2026 08:31:05 +0800"
    body = message.get_body()
    assert body.get_content().splitlines() == ["请查收。", ".以点开头的一行"]
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == NAME
    book = CalamineWorkbook.from_filelike(BytesIO(attached.get_content()))
    assert "明细台账" in book.sheet_names
    row = get_mail(mail)
    assert (row.state, row.attempts, row.sent_at, row.sender) == (MailState.SENT, 1, NOW, ACCOUNT)


def test_who_reads_only_encoded_words_sees_the_name_too(mail, office):
    port, got = office
    settings(port)
    send(mail, PASSWORD, NOW)
    headers = got.letters[0].decode("ascii")
    assert "filename*=utf-8''%E4%BA%91%E6%BA%AA%E9%95%87" in headers
    assert 'name="=?utf-8?b?' in headers
    assert max(map(len, headers.split("\r\n"))) < 998  # RFC 5322


def test_a_wrong_password_is_said_with_where_to_get_the_right_one(mail, office):
    settings(office[0], account=ACCOUNT)
    with pytest.raises(MailTrouble, match=r"邮箱密码不对.*单独的授权码"):
        send(mail, "guessed", NOW)
    settings(office[0], address="yunxi@163.com", account=ACCOUNT)
    with pytest.raises(MailTrouble, match=r"邮箱密码不对.*要用“授权码”.*网页邮箱"):
        send(mail, "guessed", NOW)
    with pytest.raises(MailTrouble, match="中文或全角"):
        send(mail, "密码", NOW)
    with pytest.raises(MailTrouble, match="请输入邮箱密码"):
        send(mail, "", NOW)
    assert get_mail(mail).attempts == 4


def test_without_starttls_not_a_word_is_said_in_clear(mail):
    with post_office() as (port, got):
        settings(port, security=STARTTLS)
        assert "不支持 STARTTLS 加密，没有连接" in failed(mail)
    assert got.letters == []


def test_a_port_of_the_other_kind_is_said(mail):
    with post_office() as (port, _):
        settings(port)
        assert "说不通加密" in failed(mail)


def test_a_certificate_of_another_name_is_refused(mail):
    with post_office(tls=certificate("mail.elsewhere.cn")) as (port, _):
        for server in ("localhost", "127.0.0.1"):
            settings(port, server=server)
            assert "证书是别的名字的" in failed(mail)


@pytest.mark.parametrize("security", MailSecurity)
def test_a_certificate_of_nobody_known_is_refused_until_its_authority_is_given(mail, security):
    stranger = trustme.CA()
    shown = certificate("localhost", ca=stranger)
    with post_office(**{"tls" if security is SSL else "starttls": shown}) as (port, got):
        settings(port, security=security)
        assert "不是可信机构发的" in failed(mail)
        assert got.letters == []
        settings(port, security=security, authority=stranger.cert_pem.bytes().decode())
        send(mail, PASSWORD, NOW)
    assert len(got.letters) == 1


@pytest.mark.parametrize("security", MailSecurity)
def test_a_server_that_never_answers_is_given_up(mail, security):
    with deaf() as port:
        settings(port, security=security)
        assert "很久没有应答" in failed(mail, patience=SHORT)


def test_a_port_where_nobody_is_and_a_name_of_nobody_are_said(mail):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings(free.getsockname()[1])
        assert "端口不收邮件" in failed(mail)
    settings(465, server="mail.invalid")
    assert "找不到邮件服务器“mail.invalid”" in failed(mail)


def test_one_refused_addressee_and_it_goes_to_nobody(mail, who):
    refusing = Behaviour(refuses=("zhang@county.example.cn",))
    with post_office(refusing, tls=certificate("localhost")) as (port, got):
        settings(port)
        said = failed(mail)
        assert "zhang@county.example.cn（550 5.1.1 no such user here）" in said
        assert "对谁都没有发出" in said
        assert got.letters == []
        once_more(who, mail, to="liu@county.example.cn")
        send(mail, PASSWORD, NOW)
    assert [one["To"] for one in got.messages()] == ["liu@county.example.cn"]


def test_what_the_server_does_not_take_has_not_gone(mail):
    full = Behaviour(says="552 5.2.2 mailbox full")
    with post_office(full, tls=certificate("localhost")) as (port, _):
        settings(port)
        assert "没有收下邮件（552 5.2.2 mailbox full）" in failed(mail)


def test_one_too_large_is_refused_before_it_is_carried_there(mail):
    strict = Behaviour(largest=64)
    with post_office(strict, tls=certificate("localhost")) as (port, got):
        settings(port)
        assert "没有收下邮件（552" in failed(mail)
    assert got.letters == []


def test_cut_off_before_a_word_of_it_was_taken_it_has_not_gone(mail):
    rude = Behaviour(hangs_up_before_it=True)
    with post_office(rude, tls=certificate("localhost")) as (port, _):
        settings(port)
        assert "没有发出" in failed(mail)


def test_cut_off_after_its_end_it_may_have_arrived_and_is_not_sent_again_unasked(mail, who):
    rude = Behaviour(hangs_up_after_it=True)
    with post_office(rude, tls=certificate("localhost")) as (port, got):
        settings(port)
        assert "可能已经收到" in failed(mail, error=MayHaveArrived)
        with pytest.raises(AppError, match="先打电话问对方"):
            send(mail, PASSWORD, NOW)
        with pytest.raises(AppError, match="不能再改"):
            once_more(who, mail)
        with pytest.raises(MailTrouble):  # what may have arrived still may have
            send(mail, "wrong", NOW, again=True)
        assert get_mail(mail).stands is MailState.UNKNOWN
        rude.hangs_up_after_it = False
        send(mail, PASSWORD, NOW, again=True)
    first, second = got.letters
    assert first == second  # the very same mail: whoever keeps mails by their identity has one


def test_what_was_sent_is_not_sent_twice(mail, office):
    port, got = office
    settings(port)
    send(mail, PASSWORD, NOW)
    for again in (False, True):
        with pytest.raises(AppError, match="已经发出"):
            send(mail, PASSWORD, NOW, again=again)
    with pytest.raises(AppError, match="不能改成不再发送"):
        give_up(mail)
    also = {"first": get_mail(mail).month, "full": False}
    assert find_had("Liu@county.example.cn\nx@y.cn", **also).id == mail
    assert find_had("x@y.cn", **also) is None
    assert find_had(TO, **also, besides=mail) is None
    assert len(got.letters) == 1


def test_while_it_is_being_sent_it_is_not_sent_beside(mail, office):
    settings(office[0])

    def meanwhile(done, total):
        assert get_mail(mail).stands is MailState.SENDING
        with pytest.raises(AppError, match="正在发送"):
            send(mail, PASSWORD, NOW)

    send(mail, PASSWORD, NOW, meanwhile)
    assert len(office[1].letters) == 1


def test_a_failed_one_is_tried_again_as_the_same_mail(mail, office):
    port, got = office
    settings(port)
    with pytest.raises(MailTrouble):
        send(mail, "guessed", NOW)
    later = NOW + timedelta(hours=1)
    send(mail, PASSWORD, later)
    assert got.messages()[0]["Message-ID"] == get_mail(mail).message_id
    assert (get_mail(mail).attempts, get_mail(mail).sent_at) == (2, later)
    assert get_mail(mail).made_at == NOW


class Stopped(Exception):
    """As the person at the desk stops it."""


@pytest.mark.parametrize("after", [0, 1])
def test_stopped_before_its_last_dot_it_waits_and_nobody_has_it(mail, office, after):
    port, got = office
    settings(port)
    heard = []

    def stop(*how_far):
        heard.append(how_far)
        if len(heard) > after:
            raise Stopped

    with pytest.raises(Stopped):
        send(mail, PASSWORD, NOW, stop)
    assert get_mail(mail).stands is MailState.WAITING
    assert got.letters == []
    send(mail, PASSWORD, NOW)
    assert len(got.letters) == 1


def test_what_nobody_has_goes_on_as_the_one_mail_it_is(mail, who):
    turned_round = "ZHANG@county.example.cn\n刘 <liu@county.example.cn>"
    assert once_more(who, to=turned_round, sealed=True) == mail
    row = get_mail(mail)
    assert (row.subject, row.sealed, row.size) == ("月报", True, 3)
    assert kept_workbook(row) == b"PK2"
    assert once_more(who, to="liu@county.example.cn") != mail  # to others it is another
    makers.case()
    instead = once_more(who)  # the month tells something else by now
    assert instead != mail
    assert get_mail(mail).state is MailState.DROPPED
    report = report_month(2026, 11, makers.NOW)
    draft = MailDraft(to=TO, subject="x", text="")
    assert find_before(draft, report).id == instead
    assert find_before(draft, replace(report, full=True)) is None


def test_a_mail_given_up_does_not_go(mail, office):
    settings(office[0])
    give_up(mail)
    with pytest.raises(AppError, match="不再发送"):
        send(mail, PASSWORD, NOW)


def test_an_attachment_that_was_touched_does_not_go(mail, office):
    settings(office[0])
    place_of(get_mail(mail).sha256).write_bytes(b"x")
    with pytest.raises(AppError, match="附件不在了或被改动过"):
        send(mail, PASSWORD, NOW)
    assert get_mail(mail).stands is MailState.WAITING


def test_who_agreed_to_send_persons_unmasked_is_recorded(who):
    assert get_mail(kept(who)).agreed_by == ""
    row = get_mail(kept(who, full=True))
    assert (row.full, row.agreed_by) == (True, "王芳")
    assert row.file_name == "云溪镇便民服务中心2026年11月月报（未遮盖）.xlsx"
    assert [one.full for one in list_exports()].count(True) == 1
    assert place_of(row.sha256).stat().st_size == row.size


def test_settings_are_tried_out_without_a_mail(who, office):
    made = settings(office[0])
    try_out(made, PASSWORD)
    with pytest.raises(MailTrouble):
        try_out(made, "guessed")
    assert get_settings() == made
    assert office[1].letters == []


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_killed_in_the_middle_it_is_shown_as_perhaps_arrived_and_neither_lost_nor_doubled(
    mail, store
):
    hanging = Behaviour(hangs=True)
    with post_office(hanging, tls=certificate("localhost")) as (port, got):
        settings(port)
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(store), str(mail), PASSWORD])
        assert got.got.wait(20)
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        row = get_mail(mail)
        assert (row.stands, row.attempts) == (MailState.UNKNOWN, 1)
        assert "程序中断" in row.why
        with pytest.raises(AppError, match="先打电话问对方"):
            send(mail, PASSWORD, NOW)
        with pytest.raises(MailTrouble):
            send(mail, "guessed", NOW, again=True)
        assert get_mail(mail).stands is MailState.UNKNOWN
        hanging.hangs = False
        send(mail, PASSWORD, NOW, again=True)
    assert get_mail(mail).stands is MailState.SENT
    assert len({one["Message-ID"] for one in got.messages()}) == 1


CHILD = f"""
import sys
from datetime import datetime
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from app.mail.renewing import find_before, find_had, keep_once
from app.mail.sending import send
from models.store import open_store
open_store(Path(sys.argv[1]))
send(int(sys.argv[2]), sys.argv[3], datetime(2026, 11, 22))
"""
