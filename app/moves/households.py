"""A case that is many households' (群体事项): the list of them, added to and kept up to date."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app import typed
from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from app.records.households import HouseholdRow, list_households, progress
from models import Case, Household, labels, quick
from models.choices import Choice, HouseholdState

HOUSEHOLD = (
    Asked(
        "households",
        "各户",
        Ask.ROWS,
        "请写明有哪些户。",
        hint="可以从 Excel 粘贴；序号空着的接着往下编，已有的序号改的是那一户",
        columns=(
            Asked("number", "序号", Ask.NUMBER, least=1, most=9999),
            Asked("name", "户主", Ask.LINE, "请写明户主。"),
            Asked("house", "房号", Ask.LINE, "请写明哪一户。"),
            Asked("phone", "电话", Ask.LINE),
            Asked("papers", "材料", Ask.LINE),
            Asked("receipt", "回执号", Ask.LINE),
            Asked("state", "进度", Ask.CHOICE, choices=HouseholdState),
        ),
    ),
    Asked("note", "说明", hint="可以不写"),
)
LABELS = labels(Household)
FIELDS = ("name", "house", "phone", "papers", "receipt", "state")


def keep_households(making: Making) -> Done:
    """Add those that are new and change the others; the history says what they were."""
    there = list_households(making.case.id)
    used = {one.number for one in there} | {row["number"] for row in making.given["households"]}
    last = max((number for number in used if number), default=0)
    added, changes = 0, []
    for row in making.given["households"]:
        if (known := _meant(row, there)) is None:
            added += 1
            number = row["number"] or (last := last + 1)
            values = {"case": making.case.id, "number": number, "changed_at": making.now}
            quick.add(Household, values | _values(row))
        elif changed := _changed(row, known):
            changes.append(_in_words(known, changed))
            same = (Household.case == making.case.id) & (Household.number == known.number)
            Household.update(**changed, changed_at=making.now).where(same).execute()
    done, all_of_them = progress(making.case.id)
    said = [f"新增 {added} 户"] if added else []
    note = "；".join([*said, *changes, f"已办 {done}/{all_of_them} 户"])
    return Done(f"{note}。{making.given['note']}")


def wrong_households(making: Making) -> Mapping[str, str]:
    """A number tells which household is meant; another list that begins again at 1 is none."""
    there = {one.number: one for one in list_households(making.case.id)}
    found: dict[str, str] = {}
    used: set[int | None] = set()
    for at, row in enumerate(making.given["households"]):
        if sentence := typed.office_phone_problem(row["phone"]):
            found[f"households.{at}.phone"] = sentence
        known = there.get(row["number"])
        if row["number"] and row["number"] in used:
            found[f"households.{at}.number"] = "这个序号写了两次，请核对。"
        elif known and row["house"] != known.house and row["name"] != known.name:
            who = f"{known.house} {known.name}"
            found[f"households.{at}.number"] = f"这个序号是“{who}”；新的一户，序号请空着。"
        used.add(row["number"])
    return found


def propose_households(case: Case, _today: date) -> Given:
    """All that are there, to be written over."""
    names = ("number", *FIELDS)
    there = list_households(case.id)
    return {"households": tuple({name: getattr(one, name) for name in names} for one in there)}


def _meant(row: Given, there: list[HouseholdRow]) -> HouseholdRow | None:
    """By its number, or where it was pasted again without one by house and name."""
    for one in there:
        same = (row["house"], row["name"]) == (one.house, one.name)
        if one.number == row["number"] or (row["number"] is None and same):
            return one
    return None


def _values(row: Given) -> dict[str, Any]:
    said = {name: row[name] for name in FIELDS} | {"phone": typed.phone(row["phone"])}
    return said | {"state": row["state"] or HouseholdState.OPEN}


def _changed(row: Given, known: HouseholdRow) -> dict[str, Any]:
    """What is another than it was; what was pasted without a number wipes nothing out."""
    said = {name: value for name, value in _values(row).items() if row["number"] or row[name]}
    return {name: value for name, value in said.items() if value != getattr(known, name)}


def _in_words(known: HouseholdRow, changed: Mapping[str, Any]) -> str:
    told = (
        f"{LABELS[name]}“{_word(getattr(known, name))}”改为“{_word(value)}”"
        for name, value in changed.items()
    )
    return f"{known.house} {known.name}：{'，'.join(told)}"


def _word(value: Any) -> str:
    return value.label if isinstance(value, Choice) else str(value)
