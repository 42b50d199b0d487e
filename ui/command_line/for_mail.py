"""Commands that send the month up, and those that look after what was to go."""

import sys
from dataclasses import asdict, replace
from datetime import datetime
from getpass import getpass
from pathlib import Path
from typing import Any

from app.errors import AppError, Invalid
from app.unattended import command_line
from ui.command_line.arguments import Asked
from ui.command_line.json_file import read_object
from ui.command_line.reading import in_one_sentence
from ui.command_line.said import month, wall, whole
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
    from app.mail.composing import compose
    from app.mail.outbox import keep_mail
    from app.month import report_month
    from exports.mailed import workbook_of

    first, now, who = month(asked.said[0]), wall(clock), command_line()
    report = report_month(first.year, first.month, now, full="--full" in asked.options)
    draft = compose(report, who)
    if "--to" in asked.options:
        draft = replace(draft, to=asked.options["--to"])
    password = "" if "--eml" in asked.options else _password()
    workbook = workbook_of(report)
    try:
        if "--eml" in asked.options:
            path = Path(asked.options["--eml"]).absolute()
            return _drafted(draft, report, workbook, path, now)
        mail_id = keep_mail(draft, report, workbook, who, now)
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong, "没有发送")) from wrong
    return _sent(mail_id, password, now)


def _drafted(draft: Any, report: Any, workbook: bytes, path: Path, now: datetime) -> dict[str, Any]:
    from app.mail.drafts import keep_draft
    from app.mail.words import file_name

    keep_draft(draft, report, workbook, path, command_line(), now)
    return {"file": str(path), "attachment": file_name(report), "full": report.full}


def list_(_: Asked, __: datetime) -> list[dict[str, Any]]:
    from app.mail.outbox import list_mails

    return [_told(one) for one in list_mails()]


def again(asked: Asked, clock: datetime) -> dict[str, Any]:
    mail_id = whole(asked.said[0], "发件箱里的编号", 1, MOST)
    return _sent(mail_id, _password(), wall(clock), again="--not-arrived" in asked.options)


def _sent(mail_id: int, password: str, now: datetime, *, again: bool = False) -> dict[str, Any]:
    from app.mail.outbox import get_mail
    from app.mail.sending import send
    from app.mail.troubles import MailTrouble, MayHaveArrived

    try:
        send(mail_id, password, now, again=again)
    except (MailTrouble, MayHaveArrived) as error:
        raise AppError(f"{error}邮件留在发件箱里，再发写 mail again {mail_id}。") from error
    return _told(get_mail(mail_id))


def _told(row: Any) -> dict[str, Any]:
    """By its number in the outbox; the words of the mail stay in it."""
    return {
        "mail": row.id,
        "month": f"{row.month:%Y-%m}",
        "state": row.stands.value,
        "to": row.to.splitlines(),
        "subject": row.subject,
        "attachment": row.file_name,
        "size": row.size,
        "sha256": row.sha256,
        "full": row.full,
        "sealed": row.sealed,
        "agreed_by": row.agreed_by,
        "message_id": row.message_id,
        "attempts": row.attempts,
        "made_at": plain(row.made_at),
        "sent_at": plain(row.sent_at),
        "trouble": row.why,
    }


def _password() -> str:
    """Of the keyring, or else of standard input; never of the command, which others can see."""
    from app.mail.passwords import kept
    from app.mail.settings import get_settings

    if password := kept(get_settings()):
        return password
    typed = getpass("邮箱密码（授权码）：") if sys.stdin.isatty() else sys.stdin.readline()
    if not (password := typed.rstrip("\r\n")):
        raise AppError("没有邮箱密码：请从标准输入给一行密码，或者先在“设置—邮件”里存进密码库。")
    return password
