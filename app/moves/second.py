"""A second person's sign-off: at the desk with their own password, or on the printed sheet."""

from app import sign_in
from app.directory import Who, get_staff, list_staff
from app.errors import Invalid
from app.moves.asks import Ask, Asked
from app.moves.move import Making
from app.sign_offs import on_paper

PASSWORD = "password"
SIGN_OFF = (
    Asked(
        "approver",
        "批准人",
        Ask.PERSON,
        hint="负责人或管理员，不能是经办人或申请人自己",
    ),
    Asked(PASSWORD, "批准人的密码", Ask.SECRET, hint="由他本人输入，程序不保存"),
    Asked(
        "signed_on_paper",
        "或：在纸上签字的负责人",
        Ask.LINE,
        hint="他不用本程序时，打印出来请他签字，签好后把扫描件添加到附件",
    ),
)


def wrong(making: Making, *not_these: int) -> dict[str, str]:
    """Why that person cannot sign, by field. Never the handler; `not_these`, by id, neither."""
    barred = {making.case.handler_id, *not_these}
    approver, leader = making.given["approver"], making.given["signed_on_paper"]
    return wrong_signer(approver, leader, _handler(making), barred)


def wrong_signer(
    approver: int | None, leader: str, handler: Who, barred: set[int]
) -> dict[str, str]:
    """The same of anything a second person signs: at the desk, or a leader on a sheet."""
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


def prove(making: Making, password: str) -> None:
    """Let whoever signs at the desk prove who they are; of a sheet the scan is the proof."""
    if not (approver := making.given["approver"]):
        return
    if get_staff(approver).has_password and not password:
        raise Invalid({PASSWORD: "请批准人本人输入密码。"})
    sign_in.second_person(approver, password, _handler(making), making.now)


def name(making: Making) -> str:
    """Who signed, as it is recorded."""
    if leader := making.given["signed_on_paper"]:
        return on_paper(leader)
    return get_staff(making.given["approver"]).name


def _wrong_on_paper(leader: str, barred: set[int]) -> dict[str, str]:
    if leader in {one.name for one in list_staff(retired=True) if one.id in barred}:
        return {"signed_on_paper": "签字的要是另一个人，不能是经办人或申请人自己。"}
    return {}


def _handler(making: Making) -> Who:
    return get_staff(making.case.handler_id)
