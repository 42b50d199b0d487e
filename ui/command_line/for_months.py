"""Commands that tell the figures of a month, close it and open it again."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from app.access.unattended import command_line
from app.errors import AppError, Invalid
from ui.command_line.arguments import Asked
from ui.command_line.json_file import read_object
from ui.command_line.reading import Reading, in_one_sentence
from ui.command_line.said import month, wall
from ui.command_line.values import Convert, text

# Who signs at the desk types a password there; a command can only name who signed on paper.
_ASKED: Mapping[str, Convert] = {"reason": text, "signed_on_paper": text}


def stats(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.month import report_month
    from ui.command_line.told_months import tell_figures

    first = month(asked.said[0])
    return tell_figures(report_month(first.year, first.month, wall(clock)))


def lock(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.month.locks import lock_month

    first = month(asked.said[0])
    lock_month(first, command_line(), wall(clock))
    return _told(first)


def unlock(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.access.second_person import SignOff
    from app.month.locks import problems, unlock_month

    first, now = month(asked.said[0]), wall(clock)
    reading = Reading(now)
    raw = read_object(asked.said[1], "解封的原因和签字的人", "一次解封一个月")
    said = reading.values(raw, _ASKED)
    reason = said.get("reason", "").strip()
    signed = SignOff(signed_on_paper=said.get("signed_on_paper", "").strip())
    found = problems(reason, signed, command_line())
    if found.pop("approver", ""):
        found["signed_on_paper"] = "请写在纸上签字同意解封的负责人。"
    found |= reading.found
    try:
        if found:
            raise Invalid(found)
        unlock_month(first, reason, signed, "", command_line(), now)
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong, "没有解封")) from wrong
    return _told(first)


def _told(first: date) -> dict[str, Any]:
    from app.month.locks import list_versions

    return {
        "month": f"{first:%Y-%m}",
        "versions": [
            {
                "version": one.version,
                "locked_at": one.locked_at.isoformat(timespec="seconds"),
                "locked_by": one.locked_by,
                "checksum": one.checksum,
                "unlocked_at": _moment(one.unlocked_at),
                "unlocked_by": one.unlocked_by,
                "unlocked_with": one.unlocked_with,
                "reason": one.unlock_reason,
            }
            for one in list_versions(first)
        ],
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
