"""Stopping the clock of a case that waits for someone the centre cannot hasten, and going on."""

from datetime import date

from app.deadlines import pauses
from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from models import Case
from models.choices import PauseReason

PAUSE = (
    Asked(
        "reason",
        "等什么",
        Ask.CHOICE,
        "请选等什么：待补正、待当事人或待上级。",
        choices=PauseReason,
    ),
    Asked(
        "note",
        "情况",
        needed="请写明缺什么、等谁、什么时候告诉群众的。",
        hint="缺什么、等谁，已经怎么告诉群众",
    ),
)
RESUME = (Asked("note", "情况", hint="等到了什么；可以不写"),)


def cannot_pause(case: Case, today: date) -> str:
    if case.paused_at:
        return "这件事已经暂停了。"
    if case.due_on < today:
        return "已经过了答复期限，不能再暂停，请尽快办结并向群众说明。"
    return ""


def cannot_resume(case: Case, _today: date) -> str:
    return "" if case.paused_at else "这件事没有暂停，不用恢复。"


def pause(making: Making) -> Done:
    reason, note = making.given["reason"], making.given["note"]
    left = pauses.begin(making.case, reason, note, making.who, making.now)
    return Done(f"{reason.label}，还剩 {left} 个工作日。{note}", {"paused_at": making.now})


def resume(making: Making) -> Done:
    days, changes = pauses.end(making.case, making.who, making.now)
    back = f"顺延 {days} 个工作日" if days else "不用顺延"
    day = changes.get("due_on", making.case.due_on)
    said = f"{back}，{day:%Y-%m-%d} 前答复。{making.given['note']}"
    return Done(said, changes)
