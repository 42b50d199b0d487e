"""The lists of the centre that are nothing but lists."""

from typing import Any

from app import typed
from app.directory import (
    MATTER_LABELS,
    UNIT_LABELS,
    VILLAGE_LABELS,
    MatterDraft,
    UnitDraft,
    VillageDraft,
    list_matters,
    list_units,
    list_villages,
    save_matter,
    save_unit,
    save_village,
)
from ui.kit.desk import Desk
from ui.kit.editors import Line, Text
from ui.kit.pasting import MATTERS, UNITS, VILLAGES
from ui.kit.pick import Pick
from ui.kit.table import Column
from ui.settings.list_kind import EntryField, ListKind
from ui.settings.list_option import ListOption


def units(desk: Desk) -> ListOption:
    return ListOption(desk, _UNITS)


def villages(desk: Desk) -> ListOption:
    return ListOption(desk, _VILLAGES)


def matters(desk: Desk) -> ListOption:
    return ListOption(desk, _MATTERS)


def _plain(name: str, width: int = 0, *, soft: bool = False, title: str = "") -> Column[Any]:
    return Column(title, lambda entry: getattr(entry, name), width=width, soft=soft)


_UNITS = ListKind(
    what="单位",
    note="办件会转给哪些单位、找谁、打什么电话。",
    empty="可以从 Excel 粘贴：单位、窗口号、联络员、电话、部门领导、领导电话。",
    columns=(
        _plain("name", title=UNIT_LABELS["name"]),
        _plain("window_number", 72, title=UNIT_LABELS["window_number"]),
        _plain("liaison", 76, title=UNIT_LABELS["liaison"]),
        _plain("phone", 118, title=UNIT_LABELS["phone"]),
        _plain("head", 84, title=UNIT_LABELS["head"]),
    ),
    fields=(
        EntryField("name", UNIT_LABELS["name"], Line, needed=True),
        EntryField("window_number", UNIT_LABELS["window_number"], Line),
        EntryField("liaison", UNIT_LABELS["liaison"], Line),
        EntryField("phone", UNIT_LABELS["phone"], lambda: Line(clean=typed.phone)),
        EntryField("head", UNIT_LABELS["head"], Line, hint="联络员催不动时找谁"),
        EntryField("head_phone", UNIT_LABELS["head_phone"], lambda: Line(clean=typed.phone)),
    ),
    read=lambda retired: list_units(retired=retired),
    draft=lambda said: UnitDraft(**said),
    said=lambda one: {
        name: getattr(one, name)
        for name in ("name", "window_number", "liaison", "phone", "head", "head_phone")
    },
    save=save_unit,
    key="name",
    paste=UNITS,
)
_VILLAGES = ListKind(
    what="村社",
    note="本镇（街道）的村和社区。",
    empty="可以从 Excel 粘贴，每行一个。",
    columns=(_plain("name", title=VILLAGE_LABELS["name"]),),
    fields=(EntryField("name", VILLAGE_LABELS["name"], Line, needed=True),),
    read=lambda retired: list_villages(retired=retired),
    draft=lambda said: VillageDraft(**said),
    said=lambda one: {"name": one.name},
    save=save_village,
    key="name",
    paste=VILLAGES,
)
_MATTERS = ListKind(
    what="事项",
    note="登记时选了事项，主管单位和要带的材料就跟着出来。",
    empty="可以从 Excel 粘贴：事项、主管单位、关键词、材料。",
    columns=(
        _plain("name", title=MATTER_LABELS["name"]),
        _plain("unit", 130, title=MATTER_LABELS["unit"]),
        _plain("keywords", 130, soft=True, title=MATTER_LABELS["keywords"]),
        Column(
            "材料", lambda one: f"{len(one.papers)} 份" if one.papers else "", width=64, soft=True
        ),
    ),
    fields=(
        EntryField("name", MATTER_LABELS["name"], Line, needed=True),
        EntryField(
            "unit",
            MATTER_LABELS["unit"],
            lambda: Pick([(one.name, one.name, one.initials) for one in list_units()], free=True),
            hint="名录里没有的会加进去",
        ),
        EntryField(
            "keywords", MATTER_LABELS["keywords"], Line, hint="登记时常打的简称、俗称，用空格隔开"
        ),
        EntryField(
            "papers", MATTER_LABELS["papers"], lambda: Text(lines=4), hint="每行一份，印在回执上"
        ),
    ),
    read=lambda retired: list_matters(retired=retired),
    draft=lambda said: MatterDraft(**said),
    said=lambda one: {
        "name": one.name,
        "unit": one.unit,
        "keywords": one.keywords,
        "papers": "\n".join(one.papers),
    },
    save=save_matter,
    key="name",
    paste=MATTERS,
)
