"""The end of a case: concluded, told, filed, or taken back by whoever brought it."""

from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from models.choices import Ending

CONCLUDE = (
    Asked(
        "ending",
        "结局",
        Ask.CHOICE,
        "请选结局：办成、部分办成、依法不能办或转其他渠道。",
        choices=Ending,
    ),
    Asked(
        "note",
        "结果",
        needed="请写明办理结果，反馈时要告诉群众。",
        hint="怎么办成的；没办成的，写明原因和出路",
    ),
)
INFORM = (
    Asked(
        "note",
        "怎么告知",
        needed="请写明怎么告知的、对方怎么说。",
        hint="电话、当面或短信；他怎么说",
    ),
)
ARCHIVE = (Asked("note", "备注", hint="可以不写"),)
WITHDRAW = (Asked("note", "原因", needed="请写明为什么撤回。", hint="他为什么不办了"),)


def conclude(making: Making) -> Done:
    ending, result = making.given["ending"], making.given["note"]
    changes = {"ending": ending, "result": result, "concluded_at": making.now}
    return Done(f"{ending.label}：{result}", changes)


def inform(making: Making) -> Done:
    return Done(making.given["note"], {"informed_at": making.now})


def archive(making: Making) -> Done:
    return Done(making.given["note"], {"archived_at": making.now})


def withdraw(making: Making) -> Done:
    return Done(making.given["note"])
