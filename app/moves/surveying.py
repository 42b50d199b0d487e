"""A look at the place (踏勘): what was found there, with photos that are attachments."""

from collections.abc import Mapping
from datetime import date
from pathlib import PurePath

from app.attachments import list_attachments
from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from models import Case, Survey

SURVEY = (
    Asked("surveyed_at", "踏勘时间", Ask.MOMENT, "请写明什么时候去的。"),
    Asked("place", "地点", Ask.LINE, "请写明去了哪里。"),
    Asked("purpose", "目的", hint="要看清什么"),
    Asked("present", "到场", Ask.LINES, "请写明谁到了场。", hint="单位和姓名，一行一个"),
    Asked("findings", "看到的情况", Ask.LINES, "请写明看到了什么。", hint="一行一项"),
    Asked("opinion", "现场意见", hint="各方怎么说、建议怎么办"),
    Asked(
        "photos",
        "照片",
        Ask.LINES,
        hint="先添加到附件；一行一张：文件名，空一格写拍的是什么",
    ),
)
_PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".heic"}


def survey(making: Making) -> Done:
    given = making.given
    lists = {name: "\n".join(given[name]) for name in ("present", "findings", "photos")}
    said = {name: given[name] for name in ("surveyed_at", "place", "purpose", "opinion")}
    Survey.create(case=making.case.id, by=making.who.name, **said, **lists)
    found = "；".join(given["findings"])
    photos = f"照片 {len(given['photos'])} 张。" if given["photos"] else ""
    return Done(f"{given['place']}：{found}。{photos}")


def propose_survey(case: Case, today: date) -> Given:
    """The photos that were attached today."""
    attached = (one for one in list_attachments(case.id) if one.added_at.date() == today)
    names = (one.name for one in attached if PurePath(one.name).suffix.lower() in _PICTURES)
    return {"photos": tuple(names)}


def wrong_photos(making: Making) -> Mapping[str, str]:
    return wrong_files(making, "photos")


def wrong_files(making: Making, field: str) -> Mapping[str, str]:
    """What is named has to be among the attachments of the case."""
    names = {one.name for one in list_attachments(making.case.id)}
    for said in making.given[field]:
        if named(said, names) is None:
            return {field: f"附件里没有“{said.split()[0]}”，请先添加到附件，或核对文件名。"}
    return {}


def named(said: str, names: set[str]) -> str | None:
    """The file that a line begins with; the longest of those that fit."""
    fitting = (name for name in names if said == name or said.startswith(f"{name} "))
    return max(fitting, key=len, default=None)
