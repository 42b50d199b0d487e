"""What is asked before a mail goes: on whose word persons are shown, and whether it goes twice."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.mail.outbox import MailDraft, MailRow
from app.mail.renewing import find_had
from app.month import MonthlyReport
from ui.kit import ask
from ui.kit.stepper import say_month
from ui.reports.told_mail import recipients


def is_agreed(sheet: QWidget, draft: MailDraft, report: MonthlyReport, by: str) -> bool:
    """Persons are shown to others only on somebody's word, which is kept with the mail."""
    if not report.full:
        return True
    cases = len(report.ledger) + len(report.carried)
    to = "、".join(draft.to.split("\n"))
    sealed = "附件有密码。" if draft.sealed else "附件没有加密码，谁拿到都能看。"
    told = (
        f"发给 {to} 的附件里有 {cases} 件的姓名、电话、证件号码和住址。{sealed}会记下是{by}同意的。"
    )
    return ask.is_sure(sheet, f"发出未遮盖的{say_month(report.first)}月报", told)


def goes_again(
    sheet: QWidget, act: str, to: str, first: date, *, full: bool, besides: int = 0
) -> bool:
    """Whoever has the month, or may have it, gets it once more only if that is meant."""
    had = find_had(to, first, full=full, besides=besides)
    return had is None or ask.is_sure(sheet, act, _told(had))


def _told(had: MailRow) -> str:
    to = recipients(had)
    if had.sent_at:
        return (
            f"这个月的月报 {had.sent_at:%m-%d %H:%M} 已经发给 {to}。"
            "数字改过、要重报的才再发，不重报请按“先不”。"
        )
    return (
        f"{had.tried_at:%m-%d %H:%M} 发给 {to} 的那封可能已经到了，请先打电话问。"
        "没收到的，请按“先不”，到“更多—发件箱”里把那一封再发一次，对方不会收到两封。"
    )
