"""A second person's sign-off of a move: what is asked for it, and who may not sign."""

from app.access import second_person
from app.access.second_person import PASSWORD, SignOff
from app.directory import Who, get_staff
from app.moves.asks import Ask, Asked
from app.moves.move import Making

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
    return second_person.problems(_signed(making), _handler(making), *not_these)


def prove(making: Making, password: str) -> None:
    second_person.prove(_signed(making), password, _handler(making), making.now)


def name(making: Making) -> str:
    """Who signed, as it is recorded."""
    return second_person.name(_signed(making))


def _signed(making: Making) -> SignOff:
    return SignOff(making.given["approver"], making.given["signed_on_paper"])


def _handler(making: Making) -> Who:
    return get_staff(making.case.handler_id)
