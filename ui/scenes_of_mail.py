"""The month on its way up, for the pictures: the mail, and one that did not go."""

from contextlib import suppress
from datetime import timedelta

from app.mail.composing import compose
from app.mail.outbox import keep_mail
from app.mail.sending import send
from app.mail.troubles import MailTrouble
from app.month import report_month
from app.month.period import previous_month
from exports.mailed import workbook_of
from ui.kit.errands import REPORTS
from ui.kit.sheet import Sheet
from ui.reports.acting import Acting
from ui.reports.mail_sheet import MailSheet, open_mail
from ui.reports.outbox_sheet import open_outbox
from ui.reports.page import ReportsPage
from ui.stage import NOW, Stage

SECRET = "Yx-2026-10"  # of nothing
MONTH = previous_month(NOW.date().replace(day=1))


def writing(stage: Stage) -> None:
    """Last month, as it is proposed."""
    for one in list[Sheet](stage.holder.findChildren(Sheet)):
        one.leave()
    stage.rest()
    open_mail(_acting(stage))
    stage.until(lambda: _sheet(stage).prepared, "附件")


def sealing(stage: Stage) -> None:
    """With persons in it, and a password."""
    sheet = _sheet(stage)
    sheet.form.full.click()
    stage.until(lambda: sheet.prepared and sheet.prepared.report.full, "未遮盖的附件")
    sheet.form.sealed.click()
    sheet.form.seal.setText(SECRET)
    sheet.form.again.setText(SECRET[:-1])
    sheet.foot.send.click()


def outbox(stage: Stage) -> None:
    """The demonstration's server is nowhere, so it cannot go."""
    _sheet(stage).leave()
    who, at = stage.shell.desk.who(), NOW - timedelta(days=18)
    report = report_month(MONTH.year, MONTH.month, at)
    mail_id = keep_mail(compose(report, who), report, workbook_of(report), who, at)
    with suppress(MailTrouble):
        send(mail_id, SECRET, NOW)
    open_outbox(_acting(stage))


def _acting(stage: Stage) -> Acting:
    page = stage.shell.go(REPORTS)
    assert isinstance(page, ReportsPage)
    page.month.set_value(MONTH)
    stage.until(lambda: page.seen and page.seen.report.first == MONTH, "月报")
    assert page.seen is not None
    return Acting(page, page.seen, lambda _: None)


def _sheet(stage: Stage) -> MailSheet:
    found = stage.holder.findChild(MailSheet)
    assert isinstance(found, MailSheet)
    return found


SCENES = (
    ("17-mail", writing),
    ("17-mail-sealed", sealing),
    ("17-mail-outbox", outbox),
)
