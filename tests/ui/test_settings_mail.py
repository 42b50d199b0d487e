"""The mailbox in the settings: filled in, tried out against a real server, its password kept."""

import pytest
from PySide6.QtCore import Qt

from app.errors import AppError
from app.mail import passwords
from app.mail.settings import MailSettings, find_settings
from models.choices import MailSecurity
from tests import makers
from tests.postal import ACCOUNT, AUTHORITY, PASSWORD, certificate, post_office
from tests.ui.typist import Typist
from ui.kit import ask
from ui.kit.style import Tone
from ui.settings.mail_password import KEPT, NOT_KEPT, TO_KEEP
from ui.settings.page import SettingsPage

KEY = Qt.Key


@pytest.fixture
def option(qtbot, desk):
    makers.furnish()
    page = SettingsPage(desk)
    page.resize(1182, 684)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    made = page.option("邮件")
    qtbot.waitUntil(lambda: made.password.row.hint.text != "")
    yield made
    page.hide()


@pytest.fixture
def office():
    with post_office(tls=certificate("localhost")) as opened:
        yield opened


def filled(option, port):
    wanted = {"address": ACCOUNT, "server": "localhost", "port": port, "authority": AUTHORITY}
    for name, value in wanted.items():
        option.editor(name).set_value(value)
    option.password.line.setText(PASSWORD)


def test_a_mailbox_is_filled_in_with_the_keyboard_and_its_server_is_proposed(option, qtbot):
    option.first.setFocus()
    keys = Typist().write("yunxi@163.com").enter()
    keys.write("云溪镇便民服务中心").enter()
    assert option.editor("server").value() == "smtp.163.com"
    keys.enter().press(KEY.Key_Right)
    assert option.editor("port").value() == 587
    keys.press(KEY.Key_Left)
    assert option.editor("port").value() == 465
    keys.press(KEY.Key_F9)
    kept = find_settings()
    assert (kept.address, kept.sender) == ("yunxi@163.com", "云溪镇便民服务中心")
    assert (kept.server, kept.security, kept.port) == ("smtp.163.com", MailSecurity.SSL, 465)
    assert not option.is_edited()


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_saved(option):
    option.editor("address").set_value("yunxi")
    option.editor("to").set_value("liu@a.cn\n张三")
    option.editor("text").set_value("{受理件}")
    option.save.click()
    assert "请填写发件邮箱" in option.rows["address"].hint.text
    assert "第 2 行“张三”" in option.rows["to"].hint.text
    assert "不认识 {受理件}" in option.rows["text"].hint.text
    assert find_settings() is None


def test_the_connection_is_tried_with_what_stands_in_the_form(option, qtbot, office):
    filled(option, office[0])
    option.test.click()
    qtbot.waitUntil(lambda: option.verdict.tone is Tone.GOOD)
    assert "登录成功" in option.verdict.text
    option.password.line.setText("guessed")
    option.test.click()
    qtbot.waitUntil(lambda: option.verdict.tone is Tone.DANGER)
    assert "邮箱密码不对" in option.verdict.text
    assert find_settings() is None


def test_without_a_keyring_the_password_is_not_kept(option):
    assert option.password.row.hint.text == NOT_KEPT


class TestWithAKeyring:
    @pytest.fixture(autouse=True)
    def there(self, keyring_in_memory):
        """One that opens at once."""

    def test_the_password_is_kept_there_and_not_shown_again(self, option, qtbot, office):
        assert option.password.row.hint.text == TO_KEEP
        filled(option, office[0])
        option.save.click()
        qtbot.waitUntil(lambda: option.password.row.hint.text == KEPT)
        assert option.password.line.text() == ""
        assert passwords.kept(find_settings()) == PASSWORD
        option.test.click()
        qtbot.waitUntil(lambda: option.verdict.tone is Tone.GOOD)
        option.password.take_out.click()
        qtbot.waitUntil(lambda: option.password.row.hint.text == TO_KEEP)
        assert passwords.kept(find_settings()) == ""
        assert not option.password.take_out.isVisible()


def test_a_certificate_is_chosen_by_its_file_and_another_file_is_refused(
    option, qtbot, monkeypatch, tmp_path
):
    right, wrong = tmp_path / "root.pem", tmp_path / "x.pem"
    right.write_text(AUTHORITY)
    wrong.write_text("-----BEGIN CERTIFICATE-----")
    authority = option.editor("authority")
    for file, said in ((wrong, "没有根证书"), (tmp_path / "gone.pem", "读不到文件“gone.pem”")):
        monkeypatch.setattr(ask, "which_files", lambda *_, chosen=file, **__: [chosen])
        with qtbot.captureExceptions() as raised:
            authority.choose.click()
        assert isinstance(raised[0][1], AppError)
        assert said in str(raised[0][1])
    monkeypatch.setattr(ask, "which_files", lambda *_, **__: [right])
    authority.choose.click()
    assert "县电子政务办" in authority.told.text
    assert option.settings().authority == AUTHORITY
    authority.none.click()
    assert option.settings() == MailSettings()
