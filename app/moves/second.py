"""A second person's sign-off: at the desk with their own password, or on the printed sheet."""

from app.directory import Who, list_staff
from app.moves.asks import Ask, Asked
from app.moves.move import Making

PASSWORD = "password"
SIGN_OFF = (
    Asked(
        "approver",
        "批准人",
        Ask.PERSON,
        hint="另一位同事，不能是经办人或申请人自己",
    ),
    Asked(PASSWORD, "批准人的密码", Ask.SECRET, hint="由他本人输入，程序不保存"),
    Asked(
        "signed_on_paper",
        "或：在纸上签字的负责人",
        Ask.LINE,
        hint="他不用本程序时，打印出来请他签字，签好后把扫描件添加到附件",
    ),
)
ON_PAPER = "（纸质签字）"


def wrong(making: Making, *not_these: int) -> dict[str, str]:
    """Why that person cannot sign, by field. Never the handler; `not_these`, by id, neither."""
    barred = {making.case.handler_id, *not_these}
    approver, leader = making.given["approver"], making.given["signed_on_paper"]
    if approver and leader:
        return {"signed_on_paper": "批准人已经选了，这里请留空；在纸上签字的，不用选批准人。"}
    if leader:
        return _wrong_on_paper(leader, barred)
    if not approver:
        return {"approver": "请选批准人；他不用本程序的，在下面写上签字的负责人。"}
    if approver in barred:
        return {"approver": "批准的要是另一位同事，不能是经办人或申请人自己。"}
    if _colleague(approver) is None:
        return {"approver": "这位同事已停用，请另选一位批准人。"}
    return {}


def prove(making: Making, password: str) -> None:
    """Let whoever signs at the desk prove who they are; of a sheet the scan is the proof."""


def name(making: Making) -> str:
    """Who signed, as it is recorded."""
    if leader := making.given["signed_on_paper"]:
        return f"{leader}{ON_PAPER}"
    signed = _colleague(making.given["approver"])
    assert signed
    return signed.name


def _wrong_on_paper(leader: str, barred: set[int]) -> dict[str, str]:
    if leader in {one.name for one in list_staff(retired=True) if one.id in barred}:
        return {"signed_on_paper": "签字的要是另一个人，不能是经办人或申请人自己。"}
    return {}


def _colleague(staff_id: int) -> Who | None:
    return next((one for one in list_staff() if one.id == staff_id), None)
