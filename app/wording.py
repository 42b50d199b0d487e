"""The centre's own words for states and causes: places name them differently (domain.md §2.4–2.5).

They are read once a store, and again when they have changed; every screen and paper says them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app import typed
from app.changes import Kind, saving, subscribe
from app.errors import Invalid
from models import Wording
from models.choices import Cause, Choice, Status, call

LISTS: Mapping[str, type[Choice]] = {"status": Status, "cause": Cause}
NAMES = {"status": "状态", "cause": "成因"}
LONGEST = 12
MOST_IN_USE = 9  # a digit chooses each
ALWAYS: tuple[Choice, ...] = (Cause.OTHER, *Status)  # without them a case could not be kept


@dataclass(frozen=True)
class Word:
    """One of a fixed list, with what it is usually called and what it is called here."""

    id: int  # its place
    list: str
    code: str
    usual: str  # empty of what the centre added
    name: str
    active: bool

    @property
    def can_go(self) -> bool:
        """Whether the centre can do without it."""
        return LISTS[self.list].of(self.code) not in ALWAYS


def list_words(name: str = "") -> list[Word]:
    """All of that list, or of every one, in their order."""
    return [one for one in _every(name) if one.name]


def problems(word: Word) -> dict[str, str]:
    found = {}
    name = typed.line(word.name)
    if not (name or word.usual):
        return {"name": "请填写叫法。"}
    rest = [one for one in list_words(word.list) if one.code != word.code]
    others = [one.name for one in rest]
    if sentence := typed.too_long(name, LONGEST):
        found["name"] = sentence
    elif (name or word.usual) in others:
        found["name"] = f"已经有“{name or word.usual}”了，请换一个叫法。"
    if not word.active and not word.can_go:
        found["active"] = f"“{word.usual}”不能停用。"
    if word.active and sum(one.active for one in rest) >= MOST_IN_USE:
        found["name"] = f"在用的最多 {MOST_IN_USE} 种，请先停用一种。"
    return found


def save_word(word: Word) -> None:
    """Call it so from now on; nothing said, it has its usual name again."""
    if found := problems(word):
        raise Invalid(found)
    values = {"label": typed.line(word.name) or word.usual, "active": word.active}
    with saving(Kind.WORDING):
        row = {"list": word.list, "code": word.code, **values}
        Wording.insert(row).on_conflict(
            conflict_target=(Wording.list, Wording.code), update=values
        ).execute()


def add_cause(name: str) -> int:
    """A cause of the centre's own, beside the six that are counted everywhere; gives its id."""
    places = [one for one in _every("cause") if not one.usual]
    free = next((one for one in places if not one.name), None)
    if free is None:
        said = f"自己加的成因最多 {len(places)} 种，请把不用的一种改成新的叫法。"
        raise Invalid({"name": said})
    save_word(replace(free, name=name, active=True))
    return free.id


def read_again() -> None:
    """Another store was opened, or what it calls things has changed."""
    for name, choices in LISTS.items():
        words = {choices.of(one.code): (one.name, one.active) for one in _every(name)}
        call(choices, words)


def _every(name: str) -> list[Word]:
    """The places without a name too."""
    kept = {(one.list, one.code): one for one in Wording.select()}
    every = [(each, one) for each, choices in LISTS.items() for one in choices]
    found = [
        Word(place, each, one.value, one.usual, *_own(kept.get((each, one.value)), one))
        for place, (each, one) in enumerate(every, 1)
    ]
    return [one for one in found if name in ("", one.list)]


def _own(kept: Wording | None, usual: Choice) -> tuple[str, bool]:
    return (kept.label, kept.active) if kept else (usual.usual, bool(usual.usual))


def _on_saved(kinds: frozenset[Kind]) -> None:
    if Kind.WORDING in kinds:
        read_again()


subscribe(_on_saved)
