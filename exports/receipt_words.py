"""What a receipt says of a case, in words a citizen understands."""

from app.sheets import ReceiptSheet
from exports.kit.prose import strong
from exports.kit.words import full_day, wording
from models.choices import Method


def beneficiary(sheet: ReceiptSheet) -> str:
    """Whom it is done for."""
    return sheet.beneficiary or "本人"


def proxy(sheet: ReceiptSheet) -> str:
    """Who stands in for them."""
    return sheet.proxy or "无"


def receiver(sheet: ReceiptSheet) -> str:
    """Who took the case at the desk."""
    number = f"（工号{sheet.staff_number}）" if sheet.staff_number else ""
    return f"{sheet.received_by}{number}"


def subject(sheet: ReceiptSheet) -> str:
    """What it is about, and below it what the person told."""
    return f"{strong(sheet.matter)}\n{sheet.details}" if sheet.details else sheet.matter


def materials(sheet: ReceiptSheet) -> str:
    """What was handed in, numbered in one paragraph."""
    told = (f"{at}.{one.told}" for at, one in enumerate(sheet.materials, start=1))
    return "；".join(told) or "没有收材料。"


def promise(sheet: ReceiptSheet) -> str:
    """The day of the answer; “前” would be no promise for the day of receipt itself."""
    return f"{strong(full_day(sheet.promised_on))}{_until(sheet)}"


def steps(sheet: ReceiptSheet) -> list[str]:
    """What happens next, whom to call, and that the paper is enough to ask."""
    centre, on = sheet.centre, sheet.promised_on
    answer = "answer" if centre.phone else "answer.no_phone"
    by = f"{on.month}月{on.day}日{_until(sheet)}"
    return [*_way(sheet), wording("receipt", answer, promised=by, phone=centre.phone)]


def _way(sheet: ReceiptSheet) -> list[str]:
    section = f"next.{sheet.method.value}"
    values = {"visit": sheet.visit_at, "handover": _handover(sheet)}
    if sheet.method in {Method.TRANSFER, Method.COORDINATE}:
        values["unit"] = sheet.unit or wording("receipt", f"unit.{sheet.method.value}")
    elif sheet.method is Method.VISIT and not sheet.visit_at:
        section += ".unplanned"
    values = {name: " ".join(value.splitlines()) for name, value in values.items()}
    return wording("receipt", section, **values).split("\n")


def _handover(sheet: ReceiptSheet) -> str:
    if sheet.handover_on is None:
        return wording("receipt", "handover.soon")
    return wording("receipt", "handover.by", day=full_day(sheet.handover_on))


def _until(sheet: ReceiptSheet) -> str:
    return "当天" if sheet.promised_on == sheet.received_at.date() else "前"
