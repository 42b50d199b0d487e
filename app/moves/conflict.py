"""Two units that each ask for the other's paper first (政策冲突), and how it was resolved."""

from collections.abc import Mapping
from datetime import date

from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from app.records.coordination import open_conflicts
from models import Case, Conflict, Route
from models.choices import ConflictOutcome, ConflictStep

_FOUND = ("step", ConflictStep.FOUND)
_RESOLVED = ("step", ConflictStep.RESOLVED)
CONFLICT = (
    Asked("step", "要记什么", Ask.CHOICE, "请选要记什么。", choices=ConflictStep),
    Asked(
        "sides",
        "双方",
        Ask.ROWS,
        "请写明两个单位各要求什么。",
        hint="一家一行：先要什么，才给什么，依据哪条",
        when=_FOUND,
        columns=(
            Asked("unit", "单位", Ask.UNIT, "请写明单位。"),
            Asked("wants", "要求先有", Ask.LINE, "请写明它先要什么。"),
            Asked("gives", "才给办", Ask.LINE, "请写明它之后才给什么。"),
            Asked("basis", "依据", Ask.LINE, "请写明文件和条款。"),
        ),
    ),
    Asked("background", "冲突情况", hint="群众卡在哪里", when=_FOUND),
    Asked(
        "conflict",
        "哪一件冲突",
        Ask.ONE_OF,
        "请选解决的是哪一件。",
        among="open conflicts",
        when=_RESOLVED,
    ),
    Asked(
        "outcome",
        "结果",
        Ask.CHOICE,
        "请选结果。",
        choices=ConflictOutcome,
        when=_RESOLVED,
    ),
    Asked("resolution", "怎么解决的", needed="请写明怎么解决的。", when=_RESOLVED),
    Asked("basis", "解决依据", Ask.LINE, hint="会议纪要、批复或文件条款", when=_RESOLVED),
    Asked("resolved_by", "谁定的", Ask.LINE, "请写明谁定的。", when=_RESOLVED),
)
ROUTE = (
    Asked("tried", "原来走的路", needed="请写明原来想怎么办。", hint="例如：按快递员登记"),
    Asked("blocked_by", "卡在哪里", needed="请写明卡在哪里。", hint="例如：目录里没有这个职业"),
    Asked("worked", "走通的路", needed="请写明怎么走通的。", hint="例如：按“配送员”登记"),
)
_SIDES = 2


def conflict(making: Making) -> Done:
    return _found(making) if making.given["step"] is ConflictStep.FOUND else _resolved(making)


def wrong_conflict(making: Making) -> Mapping[str, str]:
    if making.given["step"] is not ConflictStep.FOUND:
        return {}
    units = [row["unit"] for row in making.given["sides"]]
    if len(units) != _SIDES:
        return {"sides": "冲突的是两家：请写两行，一家一行。"}
    if len(set(units)) < _SIDES:
        return {"sides.1.unit": "两行是同一个单位，请核对。"}
    return {}


def propose_conflict(case: Case, _today: date) -> Given:
    """What comes next: while one is open, how it went."""
    step = ConflictStep.RESOLVED if open_conflicts(case.id) else ConflictStep.FOUND
    return {"step": step}


def route(making: Making) -> Done:
    said = {name: making.given[name] for name in ("tried", "blocked_by", "worked")}
    Route.create(case=making.case.id, at=making.now, by=making.who.name, **said)
    return Done(f"原来：{said['tried']}；卡在：{said['blocked_by']}；走通：{said['worked']}")


def _found(making: Making) -> Done:
    rows = making.given["sides"]
    sides = {
        f"{name}_{side}": row[name]
        for side, row in zip("ab", rows, strict=True)
        for name in ("unit", "wants", "gives", "basis")
    }
    known = {"case": making.case.id, "at": making.now, "by": making.who.name}
    Conflict.create(**known, **sides, background=making.given["background"])
    told = [f"{row['unit']}要先有{row['wants']}才给{row['gives']}" for row in rows]
    return Done("；".join(told) + "。")


def _resolved(making: Making) -> Done:
    said = {name: making.given[name] for name in ("outcome", "resolution", "basis", "resolved_by")}
    row = Conflict.get_by_id(making.given["conflict"])
    Conflict.update(**said, resolved_at=making.now).where(Conflict.id == row.id).execute()
    between = f"{row.unit_a}与{row.unit_b}"
    return Done(
        f"{between}：{said['outcome'].label}，{said['resolution']}（{said['resolved_by']}）"
    )
