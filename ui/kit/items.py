"""What can be chosen from: a value, the words for it, and by what else it is found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize


@dataclass(frozen=True)
class Item:
    """`keys` is whatever else finds it: pinyin initials, a code, old names.

    `group` is the heading under which it is listed; one that says `why` it cannot be taken is
    only read.
    """

    value: Any
    label: str
    keys: str = ""
    group: str = ""
    why: str = ""
    heads: bool = False  # it is itself a heading

    @property
    def takeable(self) -> bool:
        return not (self.heads or self.why)


def items(given: Iterable[Any]) -> tuple[Item, ...]:
    """From pairs (value, label), triples with search keys, texts, or a fixed list itself."""
    return tuple(_item(one) for one in given)


def _item(one: Any) -> Item:
    if isinstance(one, Item):
        return one
    label = getattr(one, "label", None)  # before str: a member of a fixed list is one too
    if label is not None:
        return Item(one, str(label))
    if isinstance(one, str):
        return Item(one, one)
    value, words, *keys = one
    return Item(value, words, " ".join(keys))


def under_heads(given: Iterable[Item]) -> list[Item]:
    """With a heading before the first of each group; they are in the order of their groups."""
    found: list[Item] = []
    for item in given:
        if item.group and (not found or found[-1].group != item.group):
            found.append(Item(None, item.group, group=item.group, heads=True))
        found.append(item)
    return found


def in_columns(listed: Sequence[Item], tall: int) -> list[Item]:
    """Filled up with blanks, so that a group begins in the next column where it does not fit;
    what is not grouped is not put in columns."""
    found: list[Item] = []
    starts = [place for place, item in enumerate(listed) if item.heads]
    if not starts:
        return list(listed)
    for start, end in zip(starts, [*starts[1:], len(listed)], strict=True):
        left = -len(found) % tall
        if end - start > left:
            found += [Item(None, "", heads=True)] * left
        found += listed[start:end]
    return found


def label_of(among: Sequence[Item], value: Any) -> str:
    """The words for a value; empty if it is none of them."""
    return next((item.label for item in among if item.value == value), "")


def plain(text: str) -> str:
    """For comparing: without full width, capitals and spaces."""
    return "".join(normalize("NFKC", text).casefold().split())


def matching(among: Sequence[Item], typed: str) -> tuple[Item, ...]:
    """What fits the typed words: by its beginning first, then by its keys, then anywhere."""
    wanted = plain(typed)
    if not wanted:
        return tuple(among)
    ranked: list[list[Item]] = [[], [], []]
    for item in among:
        label, keys = plain(item.label), [plain(key) for key in item.keys.split()]
        if label.startswith(wanted):
            ranked[0].append(item)
        elif any(key.startswith(wanted) for key in keys):
            ranked[1].append(item)
        elif wanted in label or any(wanted in key for key in keys):
            ranked[2].append(item)
    return tuple(item for rank in ranked for item in rank)
