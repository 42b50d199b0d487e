"""The month mailed without a window, to a real server; what did not go, looked after."""

import email.policy
import io
import json
import sqlite3
from contextlib import closing

import msoffcrypto
import pytest
from python_calamine import CalamineWorkbook

from app.access.unattended import at_work
from app.directory import StaffDraft, save_staff
from app.mail.settings import MailSettings
from tests.keyrings import SECRET
from tests.postal import ACCOUNT, AUTHORITY, PASSWORD, Behaviour, certificate, post_office

SEAL = "Yx-2026-10"
TO = ("--to", "liu@county.example.cn", "--to", "张三 <zhang@county.example.cn>")


@pytest.fixture
def typed(monkeypatch):
    """What stands on standard input."""

    def say(text):
        raw = io.BytesIO(text.encode())
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(raw, "utf-8"))

    return say


@pytest.fixture
def set_up(bandecheng, typed):
    def by(port, **changes):
        said = {"address": ACCOUNT, "server": "localhost", "port": port, "security": "ssl"}
        typed(json.dumps(said | {"authority": AUTHORITY} | changes))
        return bandecheng("mail", "settings", "-")

    return by


@pytest.fixture
def office():
    with post_office(tls=certificate("localhost")) as opened:
        yield opened


def test_the_month_goes_to_all_who_are_named(bandecheng, register, case, set_up, typed, office):
    port, got = office
    register(case)
    assert set_up(port)[0] == 0
    typed(f"{PASSWORD}\n")
    code, told, said = bandecheng("mail", "2026-11", *TO)
    assert (code, said) == (0, "")
    assert (told["state"], told["attempts"], told["full"]) == ("sent", 1, False)
    assert told["to"] == ["liu@county.example.cn", "张三 <zhang@county.example.cn>"]
    (message,) = got.messages()
    assert message["Subject"] == "便民服务中心2026年11月（截至11月22日）“办不成事”反映窗口月报"
    written = message.get_body().get_content()
    assert "受理 1 件" in written
    assert written.splitlines()[-2:] == ["", "便民服务中心"]  # nobody is at the desk
    (attached,) = message.iter_attachments()
    book = CalamineWorkbook.from_filelike(io.BytesIO(attached.get_content()))
    assert "盛建军" not in str(book.get_sheet_by_name("明细台账").to_python())
    assert told.pop("already_sent") is False
    assert bandecheng("mail", "list")[1] == [told]
    assert bandecheng("mail", "again", told["mail"])[2].startswith("没有邮箱密码")
    typed(PASSWORD)
    assert "已经发出" in bandecheng("mail", "again", told["mail"])[2]
    assert len(got.letters) == 1


def test_the_password_of_the_keyring_is_taken_and_stands_nowhere(
    bandecheng, set_up, office, keyring_in_memory, folder
):
    set_up(office[0], to=["liu@county.example.cn"])
    keyring_in_memory.set_password("bandecheng", f"{ACCOUNT} localhost", PASSWORD)
    code, told, _ = bandecheng("mail", "2026-03")
    assert (code, told["state"]) == (0, "sent")
    assert PASSWORD not in str(told)
    kept = b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())
    assert PASSWORD.encode() not in kept


def test_what_did_not_go_stays_and_goes_by_its_number(bandecheng, set_up, typed, office):
    port, got = office
    set_up(port)
    typed(SECRET)
    code, told, said = bandecheng("mail", "2026-11", *TO)
    assert (code, told) == (2, None)
    assert said.startswith("邮箱密码不对")
    assert "再发写 mail again 1。" in said
    assert SECRET not in said
    (kept,) = bandecheng("mail", "list")[1]
    assert (kept["state"], kept["sent_at"]) == ("failed", None)
    assert kept["trouble"].startswith("邮箱密码不对")
    typed(SECRET)
    assert bandecheng("mail", "2026-11", *TO)[0] == 2
    typed(PASSWORD)  # the task is repeated
    code, told, _ = bandecheng("mail", "2026-11", *TO[2:], *TO[:2])
    assert (code, told["mail"], told["state"], told["attempts"]) == (0, 1, "sent", 3)
    code, again, said = bandecheng("mail", "2026-11", *TO)  # and once more; it asks for nothing
    assert (code, again, said) == (0, told | {"already_sent": True}, "")
    assert len(got.letters) == 1
    typed(PASSWORD)
    code, told, _ = bandecheng("mail", "2026-11", *TO, "--again")
    assert (code, told["mail"], told["already_sent"]) == (0, 2, False)
    assert len({one["Message-ID"] for one in got.messages()}) == 2


def test_persons_go_sealed_and_only_on_the_word_of_somebody(
    bandecheng, register, case, set_up, typed, office, folder
):
    register(case)
    set_up(office[0])
    full = ("mail", "2026-11", *TO, "--full", "--sealed", "--agreed")
    assert "--agreed 写同意的人，人员里有" in bandecheng(*full, "路人甲")[2]
    with at_work(folder):
        save_staff(StaffDraft(name="王芳", work_number="01"))
    typed(f"{PASSWORD}\nshort\n")
    assert "附件没有加密，没有发送：密码要 8 到 15 位。" in bandecheng(*full, "王芳")[2]
    assert bandecheng("mail", "list")[1] == []
    typed(f"{PASSWORD}\n{SEAL}\n")
    told = bandecheng(*full, "王芳")[1]
    assert (told["full"], told["sealed"], told["agreed_by"]) == (True, True, "王芳")
    (attached,) = office[1].messages()[0].iter_attachments()
    sealed = msoffcrypto.OfficeFile(io.BytesIO(attached.get_content()))
    sealed.load_key(password=SEAL, verify_password=True)


def test_what_may_have_arrived_goes_again_only_on_somebodys_word(bandecheng, set_up, typed):
    rude = Behaviour(hangs_up_after_it=True)
    with post_office(rude, tls=certificate("localhost")) as (port, got):
        set_up(port)
        typed(PASSWORD)
        said = bandecheng("mail", "2026-11", *TO)[2]
        assert "可能已经收到" in said
        assert said.rstrip().endswith("再发写 mail again 1 --not-arrived。")
        assert "没收到再写 mail again 1 --not-arrived" in bandecheng("mail", "2026-11", *TO)[2]
        rude.hangs_up_after_it = False
        typed(PASSWORD)
        assert "先打电话问对方" in bandecheng("mail", "again", 1)[2]
        typed(PASSWORD)
        assert bandecheng("mail", "again", 1, "--not-arrived")[1]["state"] == "sent"
    assert len(got.letters) == 2


def test_a_draft_needs_no_server_and_is_on_record(bandecheng, register, case, tmp_path, folder):
    register(case)
    path = tmp_path / "草稿.eml"
    full = ("mail", "2026-11", "--to", "liu@a.cn", "--eml", path, "--full")
    assert "--agreed 写同意的人" in bandecheng(*full)[2]
    assert not path.exists()
    with at_work(folder):
        save_staff(StaffDraft(name="王芳", work_number="01"))
    code, told, _ = bandecheng(*full, "--agreed", "王芳")
    name = "便民服务中心2026年11月月报（未遮盖）.xlsx"
    assert (code, told.pop("file")) == (0, str(path))
    assert told == {"attachment": name, "full": True, "sealed": False}
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert (message["X-Unsent"], message["To"], message["From"]) == ("1", "liu@a.cn", None)
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == name
    book = CalamineWorkbook.from_filelike(io.BytesIO(attached.get_content()))
    assert "盛建军" in str(book.get_sheet_by_name("明细台账").to_python())
    with closing(sqlite3.connect(folder / "bandecheng.db")) as store:
        kept = store.execute("SELECT full, made_by FROM month_export").fetchall()
    assert kept == [(1, "命令行（王芳同意）")]


def test_wrong_addressees_and_settings_are_named(bandecheng, set_up, tmp_path):
    draft = ("--eml", tmp_path / "x.eml")
    assert (
        "--to 第 2 行“张三”不是邮箱地址"
        in bandecheng("mail", "2026-11", "--to", "a@b.cn", "--to", "张三", *draft)[2]
    )
    assert "请填写收件人的邮箱" in bandecheng("mail", "2026-11", *draft)[2]
    assert "还没有设发件邮箱" in bandecheng("mail", "2026-11", *TO)[2]
    wrong = set_up(0, server="https://x", security="none", subject="{月}")
    assert wrong[0] == 2
    assert "security 只能是 ssl、starttls 之一" in wrong[2]
    wrong = set_up(0, subject="{月}")
    assert "port 端口是 1 到 65535" in wrong[2]
    assert "subject 不认识 {月}" in wrong[2]
    nowhere = bandecheng("mail", "2026-11", *TO, "--eml", tmp_path / "nowhere" / "x.eml")
    assert "文件夹不在了" in nowhere[2]
    assert [*tmp_path.glob("**/*.eml"), *tmp_path.glob("nowhere")] == []


def test_settings_that_are_not_named_stay(bandecheng, set_up):
    told = set_up(465, to=["a@b.cn", "c@d.cn"])[1]
    assert told["to"] == ["a@b.cn", "c@d.cn"]
    assert "password" not in told
    assert set_up(587, security="starttls")[1] == told | {"port": 587, "security": "starttls"}
    assert told["text"] == MailSettings().text
