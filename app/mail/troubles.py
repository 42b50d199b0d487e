"""What goes wrong between here and the mail server, each in one sentence that says what to do."""

import smtplib
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from app import typed
from app.errors import AppError
from app.mail.settings import LABELS, MailSettings

_AT = "“设置—邮件”"
_HOST_WRONG = frozenset({62, 64})  # X509_V_ERR_HOSTNAME_MISMATCH, …_IP_ADDRESS_MISMATCH
_EXPIRED = 10  # X509_V_ERR_CERT_HAS_EXPIRED
_UNTRUSTED = frozenset({18, 19, 20, 21})  # of nobody's, of somebody unknown, half a chain
_FOR_GOOD = 500  # what a server says below it may be another tomorrow
_AUTHORISED = {"163.com", "126.com", "yeah.net", "qq.com", "139.com", "sina.com", "foxmail.com"}


class MailTrouble(AppError):
    """It did not go; nobody has it."""


class MayHaveArrived(AppError):
    """It was handed over whole, and the server's word that it took it never came."""


class NotClosed(Exception):
    """The server has no STARTTLS; inside, for a sentence to be made of it."""


class Refused(Exception):
    """The server does not deliver to these addresses; inside, for a sentence to be made of it."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        super().__init__("refused")
        self.answers = dict(answers)


@contextmanager
def in_plain_words(settings: MailSettings) -> Iterator[None]:
    """What the network, the certificate or the server said, as MailTrouble."""
    try:
        yield
    except (OSError, NotClosed, Refused) as error:  # what smtplib and ssl raise are OSErrors
        raise MailTrouble(_sentence(_origin(error), settings)) from error


def _origin(error: Exception) -> Exception:
    """smtplib says "disconnected" also of what the network said."""
    beneath = error.__context__
    if isinstance(error, smtplib.SMTPServerDisconnected) and isinstance(beneath, OSError):
        return beneath
    return error


def _sentence(error: Exception, settings: MailSettings) -> str:
    if isinstance(error, Refused):
        return _refused(error.answers)
    if isinstance(error, NotClosed):
        return (
            f"邮件服务器“{settings.server}”在 {settings.port} 端口不支持 STARTTLS 加密，没有连接："
            f"不加密会泄露密码和内容。请在{_AT}里改用 SSL/TLS，端口一般是 465。"
        )
    if isinstance(error, smtplib.SMTPException):
        return _by_server(error, settings)
    if isinstance(error, ssl.SSLCertVerificationError):
        return _by_certificate(error, settings)
    return _by_network(error, settings)


def _by_network(error: Exception, settings: MailSettings) -> str:
    server = f"邮件服务器“{settings.server}”"
    if isinstance(error, socket.gaierror):
        return f"找不到{server}，请检查网络，以及{_AT}里的{LABELS['server']}。"
    if isinstance(error, TimeoutError):
        return f"{server}很久没有应答，没有发出。请检查网络和端口 {settings.port}，过一会儿再发。"
    if isinstance(error, ConnectionRefusedError):
        return f"{server}的 {settings.port} 端口不收邮件，请检查{_AT}里的端口和加密方式。"
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError):
        return (
            f"和{server}说不通加密，请检查{_AT}里的端口和加密方式：SSL/TLS 一般是 465，"
            "STARTTLS 一般是 587。"
        )
    return f"和{server}的连接断了，没有发出。请检查网络，过一会儿再发。"


def _by_certificate(error: ssl.SSLCertVerificationError, settings: MailSettings) -> str:
    server = f"邮件服务器“{settings.server}”"
    if error.verify_code in _HOST_WRONG:
        why = f"{server}出示的证书是别的名字的，没有连接。请向管理服务器的单位问清正确的服务器名"
    elif error.verify_code == _EXPIRED:
        why = f"{server}的证书过期了，没有连接。请先看电脑的日期对不对，日期对的请对方换证书"
    elif error.verify_code in _UNTRUSTED:
        why = (
            f"{server}的证书不是可信机构发的，没有连接。是本单位自己的服务器，"
            f"请在{_AT}里加上单位的根证书；不是的，请不要发"
        )
    else:
        why = f"{server}的证书检查不过（{error.verify_message}），没有连接。请找管理服务器的单位"
    return f"{why}。"


def _by_server(error: smtplib.SMTPException, settings: MailSettings) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError) and error.smtp_code >= _FOR_GOOD:
        return _not_signed_in(settings)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return (
            f"邮件服务器“{settings.server}”的 {settings.port} 端口不能登录发信，没有发出。"
            "请向管理服务器的单位问清发信的端口。"
        )
    if isinstance(error, smtplib.SMTPSenderRefused):
        return (
            f"服务器不让“{settings.address}”发信（{_answer(error)}），"
            f"请检查{_AT}里的发件邮箱和登录名是不是同一个邮箱的。"
        )
    if isinstance(error, smtplib.SMTPResponseException):
        return (
            f"服务器没有收下邮件（{_answer(error)}），没有发出。"
            "请照它说的改好再发，或者问管理邮箱的人。"
        )
    return f"邮件服务器“{settings.server}”断开了连接，没有发出。请过一会儿再发。"


def _not_signed_in(settings: MailSettings) -> str:
    home = settings.address.rpartition("@")[2].casefold()
    if home in _AUTHORISED:
        how = "这家邮箱要用“授权码”，不是登录网页的密码：在网页邮箱的设置里开通 SMTP 后领取"
    else:
        how = "请核对登录名和密码；有的邮箱要在网页里开通 SMTP，用单独的授权码"
    return f"邮箱密码不对，没有登录。{how}。"


def _refused(answers: Mapping[str, str]) -> str:
    each = "、".join(f"{address}（{answer}）" for address, answer in answers.items())
    return f"服务器不收这些地址：{each}。对谁都没有发出，请改好收件人再发。"


def _answer(error: smtplib.SMTPResponseException) -> str:
    return answer(error.smtp_code, error.smtp_error)


def answer(code: int, said: bytes | str) -> str:
    """What a server said, as far as it fits a sentence."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {typed.line(text)[:120]}".strip()
