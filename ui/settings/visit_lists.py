"""上门人员 and 上门设备: who goes on home visits and with what, and when they are not to be had."""

from collections.abc import Callable
from datetime import timedelta
from operator import attrgetter
from typing import Any

from app import typed
from app.directory import list_staff, list_units
from app.visits.absences import AbsenceEntry, in_words, list_absences
from app.visits.crews import (
    HELPER_LABELS,
    KIT_LABELS,
    HelperDraft,
    HelperEntry,
    KitDraft,
    KitEntry,
    helper_problems,
    kit_problems,
    list_helpers,
    list_kits,
    list_teams,
    retire,
    save_helper,
    save_kit,
)
from models.choices import KitKind
from ui.kit.button import Button
from ui.kit.choice import Options
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.pick import Pick
from ui.kit.table import Column
from ui.settings.absence_sheet import AbsenceSheet
from ui.settings.list_kind import EntryField, ListKind
from ui.settings.list_option import ListOption

AHEAD = timedelta(days=60)
Owner = Callable[[AbsenceEntry], int | None]  # whose absence it is
STAYS = "以前的上门不变。"


class AwayOption(ListOption):
    """A list of those that may be away, or at the mender's."""

    def __init__(
        self, desk: Desk, kind: ListKind, away: dict[int, str], absence: str, owner: Owner
    ) -> None:
        super().__init__(desk, kind)
        self._away, self._owner = away, owner
        self.away = Button(absence, icon="calendar-check", key="F8")
        self.acts = (self.away, self.add)
        self.away.clicked.connect(self._open_away)

    def load(self) -> None:
        today = self.desk.today()
        self._away.clear()
        for one in list_absences(today, today + AHEAD):
            if (owner := self._owner(one)) is not None:
                self._away.setdefault(owner, in_words(one))
        super().load()

    def _open_away(self) -> None:
        entry = self.view.record()
        if entry is not None:
            AbsenceSheet(self.window(), self.desk, entry).open()


def helpers(desk: Desk) -> AwayOption:
    away: dict[int, str] = {}
    return AwayOption(desk, _helpers(away), away, "请假", attrgetter("helper_id"))


def kits(desk: Desk) -> AwayOption:
    away: dict[int, str] = {}
    return AwayOption(desk, _kits(away), away, "送修", attrgetter("kit_id"))


def _helpers(away: dict[int, str]) -> ListKind:
    return ListKind(
        what="上门人员",
        note="本中心和外单位去上门的人；同一组的一起去。",
        empty="先加两位：本中心的从同事里选，派出所、残联等外单位的写姓名和单位。",
        columns=(
            Column(HELPER_LABELS["name"], lambda one: one.name, width=110),
            Column(HELPER_LABELS["unit"], lambda one: one.unit or "本中心"),
            Column(HELPER_LABELS["team"], lambda one: one.team, width=90),
            Column(HELPER_LABELS["phone"], lambda one: one.phone, width=130),
            Column("请假", lambda one: away.get(one.id, ""), width=210, soft=True),
        ),
        fields=(
            EntryField(
                "name",
                HELPER_LABELS["name"],
                lambda: Pick([(one.name, one.name) for one in list_staff()], free=True),
                needed=True,
                hint="本中心的从列表里选，外单位的直接写",
            ),
            EntryField(
                "unit",
                HELPER_LABELS["unit"],
                lambda: Pick(
                    [(one.name, one.name, one.initials) for one in list_units()], free=True
                ),
                hint="本中心的空着；外单位的写单位",
            ),
            EntryField("phone", HELPER_LABELS["phone"], lambda: Line(clean=typed.phone)),
            EntryField(
                "team",
                HELPER_LABELS["team"],
                lambda: Pick([(one.name, one.name) for one in list_teams() if one.name], free=True),
                hint="例如 甲组；同组的人一起出门",
            ),
        ),
        read=lambda retired: list_helpers(retired=retired),
        draft=_helper,
        said=lambda one: {name: getattr(one, name) for name in ("name", "unit", "phone", "team")},
        save=save_helper,
        key="name",
        beside="unit",
        problems=helper_problems,
        retire=_retire,
        stays=STAYS,
    )


def _helper(said: dict[str, Any]) -> HelperDraft:
    """Without a unit it is the colleague of that name."""
    known = {one.name: one.id for one in list_staff()}
    staff = None if said["unit"] else known.get(said["name"])
    return HelperDraft(**said, staff_id=staff)


def _kits(away: dict[int, str]) -> ListKind:
    return ListKind(
        what="设备",
        note="跟人一起排的设备和车；一件同一时间只能跟一组人。",
        empty="每一件写一行，例如 1 号采集箱、2 号采集箱、中心面包车。",
        columns=(
            Column(KIT_LABELS["name"], lambda one: one.name),
            Column(KIT_LABELS["kind"], lambda one: one.kind.label, width=140),
            Column("送修", lambda one: away.get(one.id, ""), width=210, soft=True),
        ),
        fields=(
            EntryField("name", KIT_LABELS["name"], Line, needed=True, hint="例如 1 号采集箱"),
            EntryField("kind", KIT_LABELS["kind"], lambda: Options(KitKind, columns=3)),
        ),
        read=lambda retired: list_kits(retired=retired),
        draft=lambda said: KitDraft(name=said["name"], kind=KitKind.of(said["kind"])),
        said=lambda one: {"name": one.name, "kind": one.kind},
        blank={"kind": KitKind.CAPTURE},
        save=save_kit,
        key="name",
        problems=kit_problems,
        retire=_retire,
        stays=STAYS,
    )


def _retire(entry: HelperEntry | KitEntry, active: bool) -> None:  # noqa: FBT001 (as lists do)
    retire(entry, active=active)
