"""叫法: what the centre calls states and causes itself."""

from dataclasses import replace
from typing import NamedTuple

from app import typed
from app.wording import LONGEST, NAMES, add_cause, list_words, save_word
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.table import Column
from ui.settings.list_kind import EntryField, ListKind
from ui.settings.list_option import ListOption


class Called(NamedTuple):
    name: str


class WordOption(ListOption):
    """The states are fixed, and so are the six causes; the centre adds causes of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _WORDS)
        self.add.setText("新增成因")
        self.retired.hide()


def _save(draft: Called, place: int | None) -> int:
    if place is None:
        return add_cause(draft.name)
    word = next(one for one in list_words() if one.id == place)
    save_word(replace(word, name=draft.name))
    return word.id


def _problems(draft: Called) -> dict[str, str]:
    sentence = typed.too_long(typed.line(draft.name), LONGEST)
    return {"name": sentence} if sentence else {}


_WORDS = ListKind(
    what="叫法",
    note="状态和成因在本中心怎么叫；成因可以加自己的。停用的不再让人选，已有的办件不变。",
    empty="",
    columns=(
        Column("通用叫法", lambda one: one.usual or "本中心加的"),
        Column("本中心叫法", lambda one: one.name, width=220),
        Column("用在", lambda one: NAMES[one.list], width=90, soft=True),
    ),
    fields=(EntryField("name", "叫法", Line, hint="清空就用通用叫法"),),
    read=lambda _retired: list_words(),
    draft=lambda said: Called(**said),
    said=lambda one: {"name": one.name},
    save=_save,
    key="name",
    problems=_problems,
    retire=lambda one, active: save_word(replace(one, active=active)),
)
