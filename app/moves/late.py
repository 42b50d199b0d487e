"""Why a case missed its date: said once it is late, also when it has been concluded."""

from datetime import date

from app.lacks import is_late
from app.moves.asks import Asked
from app.moves.move import Done, Making
from models import Case

EXPLAIN = (
    Asked(
        "note",
        "为什么逾期",
        needed="请写明为什么逾期，接下来怎么办。",
        hint="卡在哪里，接下来谁办；月报的检查看它",
    ),
)


def not_late(case: Case, today: date) -> str:
    return "" if is_late(case, today) else "没有逾期，不用说明。"


def explain(making: Making) -> Done:
    return Done(making.given["note"])
