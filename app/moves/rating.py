"""What the citizen thinks of it (好差评), and whether a bad word was an error (误评申诉)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.moves import second
from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from app.records import ratings
from app.records.ratings import Rated
from models import Case, Rating, quick
from models.choices import Stars, Verdict

RATE = (
    Asked("stars", "满意度", Ask.CHOICE, "请选满意度，由他自己说。", choices=Stars),
    *(Asked(name, f"说到{label}", Ask.FLAG) for name, label in ratings.ASPECTS.items()),
    Asked("note", "他怎么说", hint="照他的话写；他不愿说的，不追问"),
)
CONTEST = (
    Asked("note", "申诉理由", needed="请写明为什么说是误评。", hint="按错了、评的是别的事……"),
)
JUDGE = (
    Asked("verdict", "结论", Ask.CHOICE, "请选申诉成立还是不成立。", choices=Verdict),
    Asked("note", "说明", needed="请写明怎么核实的。"),
    *second.SIGN_OFF,
)


def not_bad(case: Case, _today: date) -> str:
    """Only a bad word that stands, and was not contested before, can be contested."""
    found = ratings.standing(case.id, case.round)
    if found is None or not found.is_bad:
        return "这一轮没有差评，不用申诉。"
    return "已经申诉过了。" if found.contested_at else ""


def not_contested(case: Case, _today: date) -> str:
    found = ratings.standing(case.id, case.round)
    return "" if found and found.waits_for_judgement else "没有等结论的误评申诉。"


def wrong_to_judge(making: Making) -> Mapping[str, str]:
    contester = _standing(making).contested_by_id
    assert contester
    return second.wrong(making, contester)


def rate(making: Making) -> Done:
    """An earlier word of the same round is superseded; it stays to be read."""
    case, given = making.case, making.given
    before = ratings.standing(case.id, case.round)
    if before:
        Rating.update(superseded_at=making.now).where(Rating.id == before.id).execute()
    row = {"case": case.id, "round": case.round, "at": making.now, "by": making.who.name}
    quick.add(Rating, row | told(given))
    return Done(in_words(given, f"改评，原来是“{before.stars.label}”" if before else ""))


def told(given: Given) -> dict[str, Any]:
    """What was said, by the names of the fields that keep it."""
    aspects = {name: bool(given.get(name)) for name in ratings.ASPECTS}
    return {"stars": given["stars"], **aspects, "words": given["note"]}


def in_words(given: Given, before: str = "") -> str:
    about = "、".join(label for name, label in ratings.ASPECTS.items() if given.get(name))
    return "，".join(one for one in (given["stars"].label, before, about, given["note"]) if one)


def contest(making: Making) -> Done:
    Rating.update(
        contested_at=making.now, contested_by=making.who.id, contest=making.given["note"]
    ).where(Rating.id == _standing(making).id).execute()
    return Done(making.given["note"])


def judge(making: Making) -> Done:
    verdict, name = making.given["verdict"], second.name(making)
    Rating.update(
        judged_at=making.now,
        judged_by=name,
        upheld=verdict is Verdict.UPHELD,
        judgement=making.given["note"],
    ).where(Rating.id == _standing(making).id).execute()
    return Done(f"{verdict.label}（{name}）：{making.given['note']}")


def _standing(making: Making) -> Rated:
    found = ratings.standing(making.case.id, making.case.round)
    assert found
    return found
