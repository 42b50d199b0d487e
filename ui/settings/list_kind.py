"""What tells the lists of the centre apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app import directory
from ui.kit.pasting import PasteKind
from ui.kit.table import Column


@dataclass(frozen=True)
class EntryField:
    name: str
    label: str
    make: Callable[[], Any]  # its editor
    needed: bool = False
    hint: str = ""


@dataclass(frozen=True)
class ListKind:
    """What is kept of an entry, and how it is read, shown and saved."""

    what: str
    note: str
    empty: str
    columns: Sequence[Column[Any]]
    fields: Sequence[EntryField]
    read: Callable[[bool], Sequence[Any]]  # whether with the retired ones
    draft: Callable[[dict[str, str]], Any]
    said: Callable[[Any], dict[str, str]]  # an entry as its sheet shows it
    save: Callable[[Any, int | None], int]  # takes the drafts that `draft` makes
    key: str  # the field that tells one entry from another, alone or with `beside`
    beside: str = ""
    paste: PasteKind | None = None  # None: such a list is not pasted
    blank: Mapping[str, str] = field(default_factory=dict)  # what a new entry begins with
    problems: Callable[[Any], dict[str, str]] = directory.problems
    retire: Callable[[Any, bool], None] = lambda entry, active: directory.retire(
        entry, active=active
    )
    stays: str = "以前的办件不变。"  # said when an entry is retired or put back
