"""路程: how many minutes it takes from one village to another."""

from dataclasses import dataclass
from typing import Any

from app.directory import list_villages
from app.visits.pasted_ways import read_ways
from app.visits.rules import visit_rules
from app.visits.ways import WayEntry, drop_way, list_ways, save_way, save_ways, way_problems
from ui.kit.desk import Desk
from ui.kit.number_field import NumberField
from ui.kit.pasting import PasteKind
from ui.kit.pick import Pick
from ui.kit.table import Column
from ui.settings.entry_sheet import EntrySheet
from ui.settings.list_kind import EntryField, ListKind
from ui.settings.list_option import ListOption
from ui.settings.paste_sheet import PasteSheet

NOT_SAID = -1


@dataclass(frozen=True)
class _Way:
    """A way as a list shows it."""

    way: WayEntry
    active: bool = True

    @property
    def id(self) -> str:
        return self.way.name

    @property
    def name(self) -> str:
        return self.way.name


WAYS = PasteKind(
    "路程",
    "从 Excel 粘贴：每行两个村和分钟数；也可以是一张表，第一行和第一列是村名。来回一样，写一次。",
    "从 Excel 复制后粘贴在这里，或直接输入：\n\n石门村　竹溪村　25\n石门村　柳林村　15",
    "段路程",
    read_ways,
)


class WayOption(ListOption):
    """What is not in the list takes as long as the rules say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _KIND)
        self.retired.hide()
        self.paste.setText("粘贴路程")

    def load(self) -> None:
        super().load()
        rules = visit_rules()
        said = f"没有列出的：同村 {rules.same_village} 分钟，跨村 {rules.other_village} 分钟"
        self.count.say(f"{len(self._entries)} 段 · {said}")

    def _open(self, entry: Any) -> None:
        WaySheet(self.window(), self.desk, self.kind, entry).open()

    def _paste(self) -> None:
        PasteSheet(self.window(), self.desk, WAYS, save_ways).open()


class WaySheet(EntrySheet):
    """One way; what was known between the two villages is written over."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.shelve.setText("不再单列")

    def _taken(self, draft: Any) -> dict[str, str]:
        return {}

    def _shelve(self) -> None:
        drop_way(self.entry.way)
        self.leave()
        self.desk.errands.said.emit(f"“{self.entry.name}”以后按平常的分钟数算。")


def _villages() -> Pick:
    return Pick([(one.name, one.name, one.initials) for one in list_villages()])


def _draft(said: dict[str, Any]) -> WayEntry:
    minutes = said["minutes"]
    return WayEntry(said["a"], said["b"], NOT_SAID if minutes is None else minutes)


def _save(draft: WayEntry, _: Any) -> int:
    save_way(draft)
    return draft.minutes


_KIND = ListKind(
    what="路程",
    note="两个村之间路上要几分钟，排上门和算最短路线时用；来回一样。",
    empty="可以从 Excel 粘贴：从哪个村、到哪个村、几分钟；或者一张第一行和第一列是村名的表。",
    columns=(
        Column("从", lambda one: one.way.a),
        Column("到", lambda one: one.way.b),
        Column("分钟", lambda one: one.way.minutes, width=90),
    ),
    fields=(
        EntryField("a", "从", _villages, needed=True),
        EntryField("b", "到", _villages, needed=True),
        EntryField("minutes", "分钟", NumberField, needed=True),
    ),
    read=lambda _: [_Way(one) for one in list_ways()],
    draft=_draft,
    said=lambda one: {"a": one.way.a, "b": one.way.b, "minutes": one.way.minutes},
    save=_save,
    key="name",
    paste=WAYS,
    problems=way_problems,
)
