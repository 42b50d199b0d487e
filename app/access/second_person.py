"""A second person's sign-off: at the desk with their own password, or on a printed sheet."""

from dataclasses import dataclass
from datetime import datetime

from app.access import sign_in
from app.access.sign_offs import on_paper
from app.directory import Who, get_staff, list_staff
from app.errors import Invalid

PASSWORD = "password"


@dataclass(frozen=True)
class SignOff:
    """Who signs: a colleague, by id, or a leader who does not use the program, by name."""

    approver: int | None = None
    signed_on_paper: str = ""


def problems(signed: SignOff, handler: Who, *not_these: int) -> dict[str, str]:
    """Why that person cannot sign, by field. Never the handler; `not_these`, by id, neither."""
    barred = {handler.id, *not_these}
    approver, leader = signed.approver, signed.signed_on_paper
    if approver and leader:
        return {"signed_on_paper": "批准人已经选了，这里请留空；在纸上签字的，不用选批准人。"}
    if leader:
        return _wrong_on_paper(leader, barred)
    if not approver:
        return {"approver": "请选批准人；他不用本程序的，在下面写上签字的负责人。"}
    if approver in barred:
        return {"approver": "批准的要是另一位同事，不能是经办人或申请人自己。"}
    if approver not in {one.id for one in sign_in.list_second_persons(handler)}:
        return {"approver": "批准的要是在岗的负责人或管理员，请另选一位。"}
    return {}


def prove(signed: SignOff, password: str, handler: Who, now: datetime) -> None:
    """Let whoever signs at the desk prove who they are; of a sheet the scan is the proof."""
    if not signed.approver:
        return
    if get_staff(signed.approver).has_password and not password:
        raise Invalid({PASSWORD: "请批准人本人输入密码。"})
    sign_in.second_person(signed.approver, password, handler, now)


def name(signed: SignOff) -> str:
    """Who signed, as it is recorded."""
    if signed.signed_on_paper:
        return on_paper(signed.signed_on_paper)
    assert signed.approver is not None
    return get_staff(signed.approver).name


def _wrong_on_paper(leader: str, barred: set[int]) -> dict[str, str]:
    if leader in {one.name for one in list_staff(retired=True) if one.id in barred}:
        return {"signed_on_paper": "签字的要是另一个人，不能是经办人或申请人自己。"}
    return {}
