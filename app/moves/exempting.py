"""A decision in good faith where rules are silent (容错免责): who, on what basis, who shares it."""

from collections.abc import Mapping

from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from app.moves.surveying import wrong_files
from models import Exemption, SharedDuty, quick

EXEMPT = (
    Asked("difficulty", "难在哪里", needed="请写明难在哪里、规定缺了什么。"),
    Asked("decision", "怎么定的", needed="请写明怎么定的。"),
    Asked("decided_by", "谁定的", Ask.LINE, "请写明谁定的。", hint="姓名和职务，或哪次会议"),
    Asked("decided_on", "哪天定的", Ask.DAY, "请选哪天定的。"),
    Asked("procedure", "经过什么程序", hint="开了什么会、听了谁的意见、公示没有"),
    Asked("basis", "依据", Ask.LINES, "请写明依据。", hint="文件和条款，一行一条"),
    Asked("risk", "风险和防范", hint="可能出什么问题，怎么防"),
    Asked(
        "shares",
        "责任共担",
        Ask.ROWS,
        "请写明哪些单位共担责任。",
        columns=(
            Asked("unit", "单位", Ask.UNIT, "请写明单位。"),
            Asked("duty", "承担什么", Ask.LINE, "请写明它承担什么。"),
            Asked("person", "负责人", Ask.LINE),
        ),
    ),
    Asked("scans", "扫描件", Ask.LINES, hint="先添加到附件；一行一个文件名"),
)


def exempt(making: Making) -> Done:
    given = making.given
    texts = "difficulty decision decided_by decided_on procedure risk".split()
    said = {name: given[name] for name in texts}
    lists = {name: "\n".join(given[name]) for name in ("basis", "scans")}
    known = {"case": making.case.id, "at": making.now, "by": making.who.name}
    row = Exemption.create(**known, **said, **lists)
    quick.add_all(SharedDuty, ({"exemption": row.id, **one} for one in given["shares"]))
    units = "、".join(one["unit"] for one in given["shares"])
    return Done(f"{given['decided_by']}定：{given['decision']}（{units}共担）")


def wrong_exemption(making: Making) -> Mapping[str, str]:
    given = making.given
    units = [row["unit"] for row in given["shares"]]
    found = {
        f"shares.{at}.unit": f"{unit}写了两次，请合成一行。"
        for at, unit in enumerate(units)
        if unit in units[:at]
    }
    if given["decided_on"] > making.today:
        found["decided_on"] = "日期不能晚于今天。"
    return found | dict(wrong_files(making, "scans"))
