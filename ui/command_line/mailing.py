"""The month mailed by a command: what failed goes on, what has gone is not sent again.

A scheduled task may therefore be repeated until it succeeds, and once more.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app import typed
from app.access.unattended import command_line
from app.directory import list_staff
from app.errors import AppError, Invalid
from app.mail.composing import compose
from app.mail.drafts import keep_draft
from app.mail.outbox import MailDraft, get_mail, problems
from app.mail.renewing import find_before, keep_once
from app.mail.sending import send
from app.mail.troubles import MailTrouble, MayHaveArrived
from app.mail.words import file_name
from app.month import MonthlyReport, report_month
from exports.mailed import workbook_of
from exports.sealed import seal
from models.choices import MailState
from ui.command_line.arguments import Asked
from ui.command_line.reading import in_one_sentence
from ui.command_line.said import month
from ui.command_line.secrets import of_mailbox, of_workbook
from ui.command_line.told_mail import tell_mail

_MAY_HAVE_IT = "这封邮件可能已经到了，没有再发。请先打电话问对方，没收到再写 "


def draft_month(asked: Asked, now: datetime) -> dict[str, Any]:
    draft, report = _written(asked, now)
    path, who = Path(asked.options["--eml"]).absolute(), command_line()
    if agreed := _agreed(asked, report):
        who = replace(who, name=f"{who.name}（{agreed}同意）")
    workbook = _workbook(report, of_workbook() if draft.sealed else "")
    keep_draft(draft, report, workbook, path, who, now)
    told = {"file": str(path), "attachment": file_name(report)}
    return told | {"full": report.full, "sealed": draft.sealed}


def mail_month(asked: Asked, now: datetime) -> dict[str, Any]:
    draft, report = _written(asked, now)
    before, again = find_before(draft, report), "--again" in asked.options
    stands = before.stands if before else None
    if before and stands is MailState.SENT and not again:
        return tell_mail(before) | {"already_sent": True}
    if before and stands is MailState.UNKNOWN:
        return send_kept(before.id, now, again=again)
    agreed, password = _agreed(asked, report), of_mailbox()
    workbook = _workbook(report, of_workbook() if draft.sealed else "")
    mail_id = keep_once(draft, report, workbook, command_line(), now, agreed_by=agreed)
    return send_kept(mail_id, now, password=password)


def send_kept(
    mail_id: int, now: datetime, *, password: str = "", again: bool = False
) -> dict[str, Any]:
    """One that stands in the outbox; one that may have arrived only on somebody's word."""
    anew = f"mail again {mail_id}"
    if get_mail(mail_id).stands is MailState.UNKNOWN and not again:
        raise AppError(f"{_MAY_HAVE_IT}{anew} --not-arrived。")
    try:
        send(mail_id, password or of_mailbox(), now, again=again)
    except MailTrouble as error:
        raise AppError(f"{error}邮件留在发件箱里，再发写 {anew}。") from error
    except MayHaveArrived as error:
        raise AppError(f"{error}再发写 {anew} --not-arrived。") from error
    return tell_mail(get_mail(mail_id)) | {"already_sent": False}


def _written(asked: Asked, now: datetime) -> tuple[MailDraft, MonthlyReport]:
    first, options = month(asked.said[0]), asked.options
    report = report_month(first.year, first.month, now, full="--full" in options)
    draft = compose(report, command_line())
    draft = replace(draft, to=options.get("--to", draft.to), sealed="--sealed" in options)
    if found := problems(draft):
        named = {"--to" if field == "to" else field: said for field, said in found.items()}
        raise AppError(in_one_sentence(Invalid(named), "没有发送"))
    return draft, report


def _agreed(asked: Asked, report: MonthlyReport) -> str:
    """Who lets persons be shown to others: a command is nobody, so somebody is named."""
    said = typed.line(asked.options.get("--agreed", "")) if report.full else ""
    if report.full and said not in (names := [one.name for one in list_staff()]):
        raise AppError(
            "附件里有姓名、电话和证件号码，要有人同意才发，没有发送：请加 --agreed "
            f"写同意的人，人员里有 {'、'.join(names) or '0 人，请先在“设置—人员”里添加'}。"
        )
    return said


def _workbook(report: MonthlyReport, secret: str) -> bytes:
    made = workbook_of(report)
    return seal(made, secret) if secret else made
