"""How a mail looks in a list, and what is to be known of it."""

from collections.abc import Mapping, Sequence

from app.mail.outbox import MailRow
from app.month import ExportRow
from models.choices import MailState
from ui.kit.entries import Entry
from ui.kit.stepper import say_month
from ui.kit.style import Tone
from ui.reports.told import export_entry

TONES: Mapping[MailState, Tone] = {
    MailState.WAITING: Tone.PRIMARY,
    MailState.SENDING: Tone.PRIMARY,
    MailState.SENT: Tone.GOOD,
    MailState.FAILED: Tone.DANGER,
    MailState.UNKNOWN: Tone.WARN,
    MailState.DROPPED: Tone.PLAIN,
}
KILOBYTE = 1024


def recipients(one: MailRow) -> str:
    """The first by name, if it has one, and how many more."""
    first, *others = one.to.split("\n")
    name = first.partition(" <")[0]
    return f"{name}等 {len(others) + 1} 个" if others else name


def facts(one: MailRow) -> str:
    size = max(one.size // KILOBYTE, 1)
    told = [
        f"发给 {'、'.join(one.to.split(chr(10)))}",
        f"附件 {one.file_name}，{size} KB{'，有密码' if one.sealed else ''}",
        f"未遮盖，{one.agreed_by}同意" if one.full else "已遮盖",
        f"试发 {one.attempts} 次" if one.attempts else "还没发过",
        f"附件校验值 {one.sha256[:16]}…",
    ]
    return "；".join(told)


def history(exports: Sequence[ExportRow], mails: Sequence[MailRow]) -> list[Entry]:
    """Each time the month went out, or was to: a workbook that was mailed is told as its mail."""
    by_export = {one.export_id: one for one in mails}
    return [
        mail_entry(by_export[one.id]) if one.id in by_export else export_entry(one)
        for one in exports
    ]


def mail_entry(one: MailRow) -> Entry:
    at = one.sent_at or one.tried_at or one.made_at
    state = one.stands
    return Entry(
        f"{say_month(one.month)}月报",
        f"发给{recipients(one)}，{state.label}{'，未遮盖' if one.full else ''}",
        f"{at:%m-%d}",
        tone=TONES[state],
        icon="mail-check" if state is MailState.SENT else "mail",
        act="去看" if state is not MailState.SENT else "",
        key=one,
    )
