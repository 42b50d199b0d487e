"""A unit and its share: signed for, the citizen spoken to, answered, and the answer looked at."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from models import CaseUnit
from models.choices import ShareState, YesNo

_NAME = 40  # as long as a name may be


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
    share = _change(making, signed(making.now, signed_by))
    return Done(signed_in_words(share.name, signed_by))


def contact(making: Making) -> Done:
    return _noted(making, {"contacted_at": making.now})


def reply(making: Making) -> Done:
    return _noted(making, replied(making.now, making.given["note"]))


def accept(making: Making) -> Done:
    """Both things were looked at; what they found is kept with the answer."""
    cited = making.given["basis_cited"] is YesNo.YES
    share = _change(making, accepted(cited=cited))
    return Done(accepted_in_words(share.name, making.given["note"], cited=cited))


def wrong_to_accept(making: Making) -> Mapping[str, str]:
    if making.given["whole"] is YesNo.NO:
        return {"whole": "答复不完整的不能采用，请用“退回重办”。"}
    if making.given["basis_cited"] is YesNo.NO and not making.given["note"]:
        return {"note": "没有写明依据而采用的，请写明为什么。"}
    return {}


def send_back(making: Making) -> Done:
    """The unit has it again, as on the day it signed; the history keeps the answer."""
    nothing = {"replied_at": None, "reply": "", "whole": None, "basis_cited": None}
    return _noted(making, {"state": ShareState.SIGNED, **nothing})


def signed(at: datetime, by: str) -> dict[str, Any]:
    """What a share has from its signature on."""
    return {"state": ShareState.SIGNED, "signed_at": at, "signed_by": by[:_NAME]}


def replied(at: datetime, said: str) -> dict[str, Any]:
    return {"state": ShareState.REPLIED, "replied_at": at, "reply": said}


def accepted(*, cited: bool) -> dict[str, Any]:
    return {"state": ShareState.ACCEPTED, "whole": True, "basis_cited": cited}


def signed_in_words(unit: str, by: str) -> str:
    return f"{unit}签收，签收人{by}。"


def accepted_in_words(unit: str, note: str, *, cited: bool) -> str:
    found = "答复完整，依据明确。" if cited else "答复完整，没有写明依据。"
    return noted_in_words(unit, f"{found}{note}")


def noted_in_words(unit: str, note: str) -> str:
    return f"{unit}：{note}"


def _noted(making: Making, values: Mapping[str, Any]) -> Done:
    share = _change(making, values)
    return Done(noted_in_words(share.name, making.given["note"]))


def _change(making: Making, values: Mapping[str, Any]) -> CaseUnit:
    share: CaseUnit = CaseUnit.get_by_id(making.given["share"])
    CaseUnit.update(dict(values)).where(CaseUnit.id == share.id).execute()
    return share
