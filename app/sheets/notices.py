"""The notices a citizen gets. Every one of them has the same head, seal and delivery slip."""

from dataclasses import dataclass
from datetime import date

from app.sheets.centre import CaseSheet


@dataclass(frozen=True, kw_only=True)
class Notice(CaseSheet):
    """What every notice says: to whom, and about what they came with on which day."""

    addressee: str
    received_on: date


@dataclass(frozen=True)
class Missing:
    """A paper that is missing: in what form, where it is had, and what may stand in for it."""

    name: str
    form: str = ""
    where: str = ""
    instead: str = ""


@dataclass(frozen=True, kw_only=True)
class MissingNotice(Notice):
    """All that is missing, told once (一次性告知书). `clock` says what becomes of the date."""

    items: tuple[Missing, ...]
    hand_in_by: date | None = None
    clock: str = ""


@dataclass(frozen=True)
class Route:
    """Where else a matter is decided: 人民调解, who does it, address and phone."""

    kind: str
    unit: str
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class OutOfScopeNotice(Notice):
    """The window's own word (不属于受理范围告知单): no decision, so no clause on review."""

    reason: str
    routes: tuple[Route, ...]
    done_for_you: str = ""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A department's own decision, which our notice only passes on."""

    department: str
    made_on: date
    content: str
    reason: str
    basis: tuple[str, ...]  # document and article
    title: str = ""  # of the written decision; empty: there is none to attach
    number: str = ""
    pages: int = 0


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """How the decision may be contested: a finished sentence, with authority and court in it.

    `kind` is its name in the fixed list (自由选择, 复议前置, 另有期限, 没有), for the file;
    `authority` and `court` are repeated so that they can be printed bold.
    """

    kind: str
    text: str
    authority: str = ""
    court: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class CannotNotice(Notice):
    """What a department decided (不能办理情况告知书), with the remedy of the right kind."""

    decision: Decision
    remedy: Remedy
    tried: tuple[str, ...] = ()
    other_ways: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ExtensionNotice(Notice):
    """A new date and why, told before the old one passes (延期告知书)."""

    was_due_on: date
    due_on: date
    provisional: bool = False
    times: int
    reason: str
    approved_by: str
    progress: str = ""
    next_step: str = ""


@dataclass(frozen=True, kw_only=True)
class CompletionNotice(Notice):
    """The result (办结告知书), with a slip to rate the service by."""

    concluded_on: date
    ending: str
    result: str
    what_was_done: str = ""
    to_collect: str = ""
    returned: tuple[str, ...] = ()
    call_back_by: date | None = None
