"""The mailbox's password lies in the system's keyring, where there is one; else nowhere.

Windows: Credential Manager (凭据管理器). Linux: the Secret Service of the desktop. Where neither
is, it is asked for each time. It is never in the store, in the log or in an error.
"""

from app.errors import AppError
from app.mail.settings import MailSettings

_SERVICE = "bandecheng"
_REFUSED = "系统的密码库没有收下密码，请解锁后再试；不解锁也能发，每次输入密码就行。"


def can_keep() -> bool:
    """Whether this computer has a keyring."""
    import keyring

    return bool(keyring.get_keyring().priority > 0)


def kept(settings: MailSettings) -> str:
    """The password of that account at that server; empty where none is kept or it is locked."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, _entry(settings)) or ""
    except KeyringError:
        return ""


def keep(settings: MailSettings, password: str) -> None:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, _entry(settings), password)
    except KeyringError as error:
        raise AppError(_REFUSED) from error


def forget(settings: MailSettings) -> None:
    import keyring
    from keyring.errors import KeyringError

    if not kept(settings):
        return
    try:
        keyring.delete_password(_SERVICE, _entry(settings))
    except KeyringError as error:
        raise AppError(_REFUSED) from error


def _entry(settings: MailSettings) -> str:
    return f"{settings.login} {settings.server}"
