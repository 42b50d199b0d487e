"""Commands that send the month up, and those that look after what was to go."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from app.errors import AppError, Invalid
from ui.command_line.arguments import Asked
from ui.command_line.json_file import read_object
from ui.command_line.reading import in_one_sentence
from ui.command_line.said import wall, whole
from ui.command_line.told import plain

MOST = 999_999


def settings(asked: Asked, clock: datetime) -> dict[str, Any]:
    """Those that are named become so; the others stay as they were."""
    from app.mail.settings import MailSettings, find_settings, save_settings
    from ui.command_line.mail_json import read_settings

    raw = read_object(asked.said[0], "发件邮箱的设置", "没写的保持原样，密码不写在这里")
    try:
        said = read_settings(raw, clock)
        save_settings(replace(find_settings() or MailSettings(), **said))
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong, "没有保存")) from wrong
    kept = asdict(find_settings() or MailSettings())
    return {**plain(kept), "to": str(kept["to"]).splitlines(), "security": kept["security"].value}


def mail(asked: Asked, clock: datetime) -> dict[str, Any]:
    from ui.command_line.mailing import draft_month, mail_month

    return (draft_month if "--eml" in asked.options else mail_month)(asked, wall(clock))


def list_(_: Asked, __: datetime) -> list[dict[str, Any]]:
    from app.mail.outbox import list_mails
    from ui.command_line.told_mail import tell_mail

    return [tell_mail(one) for one in list_mails()]


def again(asked: Asked, clock: datetime) -> dict[str, Any]:
    from ui.command_line.mailing import send_kept

    mail_id = whole(asked.said[0], "发件箱里的编号", 1, MOST)
    return send_kept(mail_id, wall(clock), again="--not-arrived" in asked.options)
