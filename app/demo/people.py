"""Invented people: their numbers pass every check, their phones were given to no one."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.demo.town import Town, Trouble
from app.persons.identity import check_digit
from app.persons.parties import PartyDraft
from models.choices import IdKind, Need, PartyKind

_REGION = "330199"  # no county has it
_RARE, _BACK_AGAIN, _WITHOUT_NUMBER = 0.07, 0.12, 0.15
_REMEMBERED = 300
_BOTH = ("men", "women")


@dataclass(frozen=True)
class Tie:
    """Whom one stands in for: what they are called, and the years of both."""

    called: str
    asks: tuple[str, ...]
    ages: tuple[int, int]
    serves: tuple[str, ...]
    served_ages: tuple[int, int]


_TIES = {
    "wife": Tie("妻子", ("men",), (45, 70), ("women",), (43, 68)),
    "husband": Tie("丈夫", ("women",), (62, 80), ("men",), (64, 86)),
    "father": Tie("父亲", _BOTH, (36, 60), ("men",), (66, 92)),
    "mother": Tie("母亲", _BOTH, (36, 60), ("women",), (66, 92)),
    "daughter": Tie("女儿", _BOTH, (46, 60), ("women",), (19, 30)),
    "child": Tie("女儿", _BOTH, (28, 44), ("women",), (2, 12)),
    "grandchild": Tie("外孙女", _BOTH, (55, 70), ("women",), (6, 7)),
    "resident": Tie("本村老人", _BOTH, (30, 55), _BOTH, (70, 92)),
}


@dataclass(frozen=True)
class Cast:
    """Who takes part in a case."""

    applicant: PartyDraft
    beneficiary: PartyDraft | None = None
    proxy: PartyDraft | None = None
    relation: str = ""


class People:
    """Everyone invented so far: no number is given twice, and some come again."""

    def __init__(self, chance: random.Random, town: Town) -> None:
        self._chance, self._town = chance, town
        self._numbers: set[str] = set()
        self._known: list[PartyDraft] = []
        self._firms: dict[str, PartyDraft] = {}

    def cast(self, trouble: Trouble, on: date) -> Cast:
        """Those of a case received on that day."""
        if trouble.served == "organisation":
            agent = self._person(_BOTH, (25, 55), on, numbered=False)
            return Cast(self._firm(), proxy=agent, relation="经办人")
        if not trouble.served:
            return Cast(self._asks_for_himself(trouble, on))
        tie = _TIES[trouble.served]
        applicant = self._person(tie.asks, tie.ages, on)
        served = self._person(tie.serves, tie.served_ages, on, numbered=True)
        served = replace(
            served,
            needs=trouble.needs,
            phone="",
            village=applicant.village,
            address=applicant.address,
        )
        return Cast(applicant, served, relation=tie.called)

    def name(self) -> str:
        """Of someone who only asked."""
        return self._name(self._chance.choice(_BOTH))

    def _asks_for_himself(self, trouble: Trouble, on: date) -> PartyDraft:
        if not trouble.needs and self._known and self._chance.random() < _BACK_AGAIN:
            return self._chance.choice(self._known[-_REMEMBERED:])
        ages = (62, 84) if Need.ELDERLY in trouble.needs else (24, 60)
        person = replace(self._person(_BOTH, ages, on), needs=trouble.needs)
        if not trouble.needs:
            self._known.append(person)
        return person

    def _person(
        self,
        sexes: tuple[str, ...],
        ages: tuple[int, int],
        on: date,
        *,
        numbered: bool | None = None,
    ) -> PartyDraft:
        sex = self._chance.choice(sexes)
        born = on - timedelta(days=self._chance.randint(ages[0] * 366, ages[1] * 366))
        if numbered is None:
            numbered = self._chance.random() >= _WITHOUT_NUMBER
        village = self._chance.choice(self._town.villages)
        group, door = self._chance.randint(1, 12), self._chance.randint(1, 180)
        return PartyDraft(
            name=self._name(sex),
            id_number=self._id_number(sex, born) if numbered else "",
            phone=self._unused(lambda: f"100{self._chance.randrange(10**8):08}"),
            village=village,
            address=f"{group}组{door}号",
        )

    def _firm(self) -> PartyDraft:
        village = self._chance.choice(self._town.villages)
        trade = self._chance.choice(self._town.words["trades"])
        kind = self._chance.choice(("有限公司", "专业合作社"))
        name = f"云溪镇{village[:2]}{trade}{kind}"
        if name not in self._firms:
            self._firms[name] = PartyDraft(
                kind=PartyKind.ORGANISATION,
                name=name,
                id_kind=IdKind.CREDIT_CODE,
                id_number=self._unused(self._credit_code),
                phone=self._unused(lambda: f"0570-000{self._chance.randrange(2000, 10**4)}"),
                village=village,
                address=f"工业路{self._chance.randint(1, 60)}号",
            )
        return self._firms[name]

    def _name(self, sex: str) -> str:
        words = self._town.words
        if self._chance.random() < _RARE:
            return self._chance.choice(words["rare_names"])
        return self._chance.choice(words["surnames"]) + self._chance.choice(words[sex])

    def _id_number(self, sex: str, born: date) -> str:
        def number() -> str:
            serial = self._chance.randrange(500) * 2 + (sex == "men")
            first = f"{_REGION}{born:%Y%m%d}{serial:03}"
            return first + check_digit(first)

        return self._unused(number)

    def _credit_code(self) -> str:
        from stdnum.cn import uscc

        first = f"91{_REGION}MA{self._chance.randrange(10**7):07}"
        return first + str(uscc.calc_check_digit(first))

    def _unused(self, invent: Callable[[], str]) -> str:
        while (number := invent()) in self._numbers:
            pass
        self._numbers.add(number)
        return number
