"""To whom, with which words, by which server: what is wrong with them is said line by line."""

import pytest

from app.errors import AppError, Invalid
from app.mail import passwords, trust, words
from app.mail.addresses import addressees, problem
from app.mail.outbox import MailDraft
from app.mail.outbox import problems as wrong_draft
from app.mail.settings import (
    MailSettings,
    find_settings,
    problems,
    proposed_server,
    save_settings,
)
from app.month import Share, report_month
from models import Mailbox
from tests import makers
from tests.keyrings import SECRET
from tests.postal import AUTHORITY

RIGHT = MailSettings(address="yunxi@example.cn", server="smtp.example.cn")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", ""),
        ("liu@county.gov.cn", ""),
        ("刘科 <liu@county.gov.cn>\n\n  zhang.san-1@a.b.cn ", ""),
        ("ｌｉｕ＠county.gov.cn", ""),
        ("liu@county.gov.cn\n张三", "第 2 行“张三”不是邮箱地址"),
        ("liu@county\n@a.cn", "第 1 行“liu@county”不是邮箱地址"),
        ("a@b.cn，c@d.cn", "第 1 行写了几个地址，请一行只写一个。"),
        ("a@b.cn; c@d.cn", "第 1 行写了几个地址，请一行只写一个。"),
        ("a b@c..cn", "第 1 行“a b@c..cn”不是邮箱地址"),
        ("a@b.cn\r\nBcc: x@y.cn", "第 2 行“Bcc: x@y.cn”不是邮箱地址"),
    ],
)
def test_every_line_that_is_no_address_is_named(text, wrong):
    assert problem(text).startswith(wrong)
    assert bool(problem(text)) == bool(wrong)


def test_each_bad_line_is_named():
    said = problem("甲\na@b.cn\n乙")
    assert "第 1 行“甲”" in said
    assert "第 3 行“乙”" in said


def test_who_stands_there_twice_gets_it_once():
    found = addressees("刘科 <Liu@a.cn>\nliu@a.cn\nwang@a.cn")
    assert [str(one) for one in found] == ["liu@a.cn", "wang@a.cn"]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("address", "云溪", "请填写发件邮箱"),
        ("server", "https://smtp.163.com", "不带 https://"),
        ("server", "", "请填写发信"),
        ("port", 0, "465"),
        ("port", 65536, "587"),
        ("authority", "-----BEGIN CERTIFICATE-----\nx", "没有根证书"),
        ("to", "甲", "第 1 行"),
        ("subject", " ", "请填写主题"),
        ("subject", "{月}月报", "不认识 {月}"),
        ("text", "{受理} {受理件} {x}", "不认识 {受理件}、{x}，能用的有 {月份}"),
        ("text", "{受理", "花括号要成对"),
        ("sender", "名" * 61, "最多 60 个字"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(store, field, value, said):
    wrong = MailSettings(**({**vars(RIGHT)} | {field: value}))
    assert said in problems(wrong)[field]
    with pytest.raises(Invalid):
        save_settings(wrong)
    assert find_settings() is None


def test_settings_are_kept_without_a_password(store, keyring_in_memory):
    save_settings(RIGHT)
    passwords.keep(RIGHT, SECRET)
    assert find_settings() == RIGHT
    assert passwords.kept(RIGHT) == SECRET
    assert SECRET.encode() not in store.read_bytes()
    assert "password" not in Mailbox._meta.fields
    passwords.forget(RIGHT)
    assert passwords.kept(RIGHT) == ""


def test_without_a_keyring_the_password_is_kept_nowhere():
    assert not passwords.can_keep()
    assert passwords.kept(RIGHT) == ""
    with pytest.raises(AppError, match="密码库没有收下"):
        passwords.keep(RIGHT, SECRET)
    passwords.forget(RIGHT)


def test_a_keyring_that_is_locked_is_as_good_as_none(locked_keyring):
    assert passwords.kept(RIGHT) == ""


def test_an_authority_is_told_by_its_name():
    assert trust.problem(AUTHORITY) == ""
    assert "县电子政务办" in trust.described(AUTHORITY)


def test_the_server_of_a_public_mailbox_is_proposed():
    assert proposed_server("yunxi@163.COM") == "smtp.163.com"
    assert proposed_server("yunxi@yunxi.gov.cn") == ""


def test_the_months_figures_stand_in_the_words(store):
    who = makers.furnish()
    makers.case()
    known = words.values(report_month(2026, 11, makers.NOW), who)
    assert set(known) == set(words.NAMES)
    assert (
        words.filled(words.SUBJECT, known)
        == "云溪镇便民服务中心2026年11月（截至11月22日）“办不成事”反映窗口月报"
    )
    text = words.filled(words.TEXT, known)
    assert "受理 1 件，办结 0 件，在办 1 件，按时办结率 无（0/0）。" in text
    assert "{" not in text
    assert words.values(report_month(2026, 10, makers.NOW), who)["月份"] == "2026年10月"


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (48, 49, "98.0%（48/49）"),
        (1999, 2000, "99.9%（1999/2000）"),
        (1, 3000, "0.1%（1/3000）"),
        (49, 49, "100.0%（49/49）"),
        (0, 7, "0.0%（0/7）"),
        (0, 0, "无（0/0）"),
    ],
)
def test_a_rate_is_never_all_where_it_is_not_all(part, whole, said):
    assert words.rate(Share(part, whole)) == said


def test_a_mail_needs_somebody_and_a_subject():
    assert set(wrong_draft(MailDraft(to=" \n", subject="", text=""))) == {"to", "subject"}
    assert wrong_draft(MailDraft(to="a@b.cn", subject="月报", text="")) == {}
