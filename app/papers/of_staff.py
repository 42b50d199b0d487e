"""The papers about those who work here: the recovery code, and what was handed over."""

from datetime import datetime

from app.desk.handover import HandedOver
from app.directory import Who
from app.papers.on_paper import centre_on_paper
from app.sheets.liability import OpenWork, WorkHandoverSheet
from app.sheets.recovery import RecoverySheet


def recovery_sheet(owner: Who, code: str, now: datetime) -> RecoverySheet:
    account = f"{owner.name}（工号 {owner.work_number}）"
    return RecoverySheet(centre=centre_on_paper(), account=account, code=code, issued_at=now)


def handover_sheet(done: HandedOver) -> WorkHandoverSheet:
    """The cases first, then the forms that were half written."""
    successor = done.successor.name
    work = [
        OpenWork(one.number, one.matter, one.status.label, one.due_on, successor)
        for one in done.work.cases
    ]
    work += [OpenWork("还没有编号", one.title, "草稿", None, successor) for one in done.work.drafts]
    watched = done.by not in (done.leaver.name, successor)
    return WorkHandoverSheet(
        centre=centre_on_paper(),
        number=done.number,
        issued_at=done.at,
        handled_by=done.by,
        leaver=done.leaver.name,
        work=tuple(work),
        supervisor=done.by if watched else "",
    )
