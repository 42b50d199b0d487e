"""Commands about the store as a whole, and the reckoning of a date."""

from datetime import datetime
from pathlib import Path
from typing import Any

from app.errors import AppError
from ui.command_line.arguments import Asked
from ui.command_line.said import day, wall, whole


def due(asked: Asked, _: datetime) -> dict[str, Any]:
    from app.deadlines.calendar import due as reckon
    from app.deadlines.workdays import MOST_DAYS

    received, days = asked.said
    reckoned = reckon(day(received), whole(days, "工作日数", 0, MOST_DAYS))
    return {
        "due": reckoned.day.isoformat(),
        "provisional": reckoned.provisional,
        "steps": list(reckoned.steps),
    }


def backup(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.store.backups import back_up_to

    made = back_up_to(Path(asked.options["--to"]).absolute(), wall(clock))
    return {
        "file": str(made.path),
        "cases": made.cases,
        "size": made.size,
        "sha256": made.sha256,
    }


def check(_: Asked, __: datetime) -> dict[str, Any]:
    from app.store.check import check as look_through

    report = look_through()
    if not report.ok:
        raise AppError("".join(report.problems))
    since = report.compared_with
    return {
        "ok": report.ok,
        "cases": report.cases,
        "attachments": report.attachments,
        "compared_with": since.isoformat(timespec="seconds") if since else None,
        "changed": dict(sorted(report.changed.items())),
    }


def demo(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.demo import MOST_CASES, fill

    cases = whole(asked.options.get("--cases", "65"), "--cases", 1, MOST_CASES)
    seed = whole(asked.options.get("--seed", "1"), "--seed", 0, 10**9)
    filled = fill(wall(clock), cases=cases, seed=seed)
    return {"cases": filled.cases, "receptions": filled.receptions}
