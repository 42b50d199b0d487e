"""Money or things held for a citizen (代管款物), before a second person's eyes, and given back."""

from collections.abc import Mapping

from app import money
from app.moves.asks import Ask, Asked
from app.moves.move import Done, Making
from app.records.custody import what_is_held
from models import Custody, HeldThing, quick

HOLD = (
    Asked("amount", "金额", Ask.LINE, hint="例如 1200.00；没有钱就空着"),
    Asked(
        "things",
        "物品",
        Ask.ROWS,
        hint="没有物品就空着",
        columns=(
            Asked("name", "物品", Ask.LINE, "请写明是什么。"),
            Asked("count", "数量", Ask.LINE),
            Asked("marks", "特征或编号", Ask.LINE),
        ),
    ),
    Asked("purpose", "为什么代管", needed="请写明为什么代管、用来做什么。"),
    Asked("return_when", "什么时候退", needed="请写明什么时候、办成什么就退还。"),
    Asked("return_by", "退还期限", Ask.DAY),
    Asked(
        "witness", "见证人", Ask.LINE, "请写明第二个签字的人。", hint="两个人签字：经手人和见证人"
    ),
)
GIVE_BACK = (
    Asked("custody", "哪一笔", Ask.ONE_OF, "请选退还哪一笔。", among="held"),
    Asked("returned_to", "退还给谁", Ask.LINE, "请写明退还给谁。", hint="姓名，或交到哪个单位"),
    Asked("witness", "见证人", Ask.LINE, "请写明第二个签字的人。"),
    Asked("note", "说明", hint="用掉的写明用在哪里、凭据在哪"),
)
_SECOND = "见证人要是另一个人：款物要两个人签字。"


def hold(making: Making) -> Done:
    given = making.given
    row = Custody.create(
        case=making.case.id,
        held_at=making.now,
        fen=money.fen(given["amount"]) or 0,
        purpose=given["purpose"],
        return_when=given["return_when"],
        return_by=given["return_by"],
        keeper=making.who.name,
        witness=given["witness"],
    )
    quick.add_all(HeldThing, ({"custody": row.id, **one} for one in given["things"]))
    return Done(f"代管{what_is_held(row)}，见证人{given['witness']}；{given['return_when']}退还。")


def wrong_to_hold(making: Making) -> Mapping[str, str]:
    given, found = making.given, {}
    amount = money.fen(given["amount"]) if given["amount"] else 0
    if amount is None:
        found["amount"] = "请写成 1200 或 1200.50 这样的金额。"
    elif not amount and not given["things"]:
        found["amount"] = "请写明代管的金额，或者物品。"
    if given["witness"] == making.who.name:
        found["witness"] = _SECOND
    return found


def give_back(making: Making) -> Done:
    given = making.given
    row = Custody.get_by_id(given["custody"])
    returned = {
        "returned_at": making.now,
        "returned_to": given["returned_to"],
        "returned_by": making.who.name,
        "return_witness": given["witness"],
    }
    Custody.update(returned).where(Custody.id == row.id).execute()
    note = f"{what_is_held(row)}退还{given['returned_to']}，见证人{given['witness']}。"
    return Done(note + given["note"])


def wrong_to_give_back(making: Making) -> Mapping[str, str]:
    return {"witness": _SECOND} if making.given["witness"] == making.who.name else {}
