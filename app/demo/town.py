"""The invented township and the published cases, as they travel with the program."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.centre import CentreSettings
from app.directory import Draft, MatterDraft, StaffDraft, UnitDraft, VillageDraft
from app.mail.settings import MailSettings
from app.resources import resource
from models.choices import Cause, Ending, Grade, Method, Nature, Need, ReceptionEnd, Role


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A published case, in our own words; `served` says whom the one who asks stands in for."""

    title: str
    matter: str
    problem: str
    demand: str
    answer: str
    tried: tuple[str, ...]
    lead: str
    helpers: tuple[str, ...]
    nature: Nature
    cause: Cause
    grade: Grade
    method: Method
    ending: Ending
    result: str
    served: str
    needs: tuple[Need, ...]
    to: str  # where it was passed on to; empty for most
    no: Mapping[str, Any]  # what a “no” rests on, as it is asked for; empty for most


@dataclass(frozen=True)
class Asked:
    """What someone asks at the desk, and how it is answered."""

    asked: str
    answered: str
    ending: ReceptionEnd


@dataclass(frozen=True, kw_only=True)
class Town:
    centre: CentreSettings
    mail: MailSettings  # of servers that are nowhere
    lists: tuple[Draft, ...]
    villages: tuple[str, ...]
    papers: dict[str, tuple[str, ...]]  # by matter
    troubles: tuple[Trouble, ...]
    receptions: tuple[Asked, ...]
    words: dict[str, tuple[str, ...]]  # everything that is chosen from

    @property
    def staff(self) -> list[StaffDraft]:
        return [one for one in self.lists if isinstance(one, StaffDraft)]


_NAMES = "surnames men women rare_names villages".split()
_SAID = (
    "trades variations progress contacted helped informed followed_up withdrawn "
    "urged rated_well rated_badly"
).split()


@cache
def town() -> Town:
    raw = _read("town.json")
    lists: list[Draft] = [_colleague(one) for one in raw["staff"]]
    lists += [UnitDraft(**one) for one in raw["units"]]
    lists += [VillageDraft(name=name) for name in raw["villages"]]
    lists += [MatterDraft(**one | {"papers": "\n".join(one["papers"])}) for one in raw["matters"]]
    return Town(
        centre=CentreSettings(**raw["centre"], demonstration=True),
        mail=MailSettings(**raw["mail"]),
        lists=tuple(lists),
        villages=tuple(raw["villages"]),
        papers={one["name"]: tuple(one["papers"]) for one in raw["matters"]},
        troubles=tuple(map(_trouble, _read("cases.json"))),
        receptions=tuple(
            Asked(one["asked"], one["answered"], ReceptionEnd.of(one["ending"]))
            for one in raw["receptions"]
        ),
        words={name: tuple(raw[name]) for name in (*_NAMES, *_SAID)},
    )


def _colleague(raw: dict[str, str]) -> StaffDraft:
    role = Role.of(raw["role"]) if "role" in raw else None
    return StaffDraft(name=raw["name"], work_number=raw["work_number"], role=role)


def _trouble(raw: dict[str, Any]) -> Trouble:
    return Trouble(
        title=raw["title"],
        matter=raw["matter"],
        problem=raw["problem"],
        demand=raw["demand"],
        answer=raw["answer"],
        tried=tuple(raw["tried"]),
        lead=raw["lead"],
        helpers=tuple(raw["helpers"]),
        nature=Nature.of(raw["nature"]),
        cause=Cause.of(raw["cause"]),
        grade=Grade.of(raw["grade"]),
        method=Method.of(raw["method"]),
        ending=Ending.of(raw["ending"]),
        result=raw["result"],
        served=raw["for"],
        needs=tuple(Need.of(code) for code in raw["needs"]),
        to=raw.get("to", ""),
        no=raw.get("no", {}),
    )


def _read(name: str) -> Any:
    return json.loads(resource("demo", name).read_text("utf-8"))
