"""A unit and its share: signed for, the citizen spoken to, answered, and the answer looked at."""

from collections.abc import Mapping
from typing import Any

from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from models import CaseUnit
from models.choices import ShareState, YesNo


def _of(among: str) -> Asked:
    return Asked("share", "哪个单位", Ask.ONE_OF, "请选单位。", among=among)


SIGN = (
    _of("sent shares"),
    Asked("signed_by", "签收人", Ask.LINE, "请写明谁签收的。", hint="对方单位的人"),
)
CONTACT = (
    _of("shares to contact"),
    Asked(
        "note",
        "联系情况",
        needed="请写明怎么联系的、群众怎么说。",
        hint="承办单位签收当日要联系群众：怎么联系的，他怎么说",
    ),
)
REPLY = (
    _of("signed shares"),
    Asked("note", "答复内容", needed="请写明单位怎么答复的。", hint="办理结果和依据"),
)
ACCEPT = (
    _of("replied shares"),
    Asked("whole", "答复完整", Ask.CHOICE, "请看一看：每项诉求都答复了吗？", choices=YesNo),
    Asked("basis_cited", "写明依据", Ask.CHOICE, "请看一看：写明文件和条款了吗？", choices=YesNo),
    Asked("note", "意见", hint="没有写明依据而采用的，写明为什么"),
)
SEND_BACK = (
    _of("answered shares"),
    Asked("note", "退回理由", needed="请写明哪里不合格、要补什么。", hint="缺哪一项、依据在哪"),
)


def sign(making: Making) -> Done:
    signed_by = making.given["signed_by"]
    share = _change(making, state=ShareState.SIGNED, signed_at=making.now, signed_by=signed_by[:40])
    return Done(f"{share.name}签收，签收人{signed_by}。")


def contact(making: Making) -> Done:
    share = _change(making, contacted_at=making.now)
    return Done(f"{share.name}：{making.given['note']}")


def reply(making: Making) -> Done:
    said = making.given["note"]
    share = _change(making, state=ShareState.REPLIED, replied_at=making.now, reply=said)
    return Done(f"{share.name}：{said}")


def accept(making: Making) -> Done:
    """Both things were looked at; what they found is kept with the answer."""
    cited = making.given["basis_cited"] is YesNo.YES
    share = _change(making, state=ShareState.ACCEPTED, whole=True, basis_cited=cited)
    found = "答复完整，依据明确。" if cited else "答复完整，没有写明依据。"
    return Done(f"{share.name}：{found}{making.given['note']}")


def wrong_to_accept(making: Making) -> Mapping[str, str]:
    if making.given["whole"] is YesNo.NO:
        return {"whole": "答复不完整的不能采用，请用“答复退回重办”。"}
    if making.given["basis_cited"] is YesNo.NO and not making.given["note"]:
        return {"note": "没有写明依据而采用的，请写明为什么。"}
    return {}


def send_back(making: Making) -> Done:
    """The unit has it again, as on the day it signed; the history keeps the answer."""
    nothing: dict[str, Any] = {"replied_at": None, "reply": "", "whole": None}
    share = _change(making, state=ShareState.SIGNED, basis_cited=None, **nothing)
    return Done(f"{share.name}：{making.given['note']}")


def _change(making: Making, **values: Any) -> CaseUnit:
    share: CaseUnit = CaseUnit.get_by_id(making.given["share"])
    CaseUnit.update(values).where(CaseUnit.id == share.id).execute()
    return share
