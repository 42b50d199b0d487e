"""A row of the table of moves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.directory import Who
from app.moves.asks import Ask, Asked, Given
from models import Case
from models.choices import Act, Status


@dataclass(frozen=True)
class Making:
    """A move being made: of which case, with what was said, by whom and when."""

    case: Case
    given: Mapping[str, Any]
    who: Who
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass(frozen=True)
class Done:
    """What a move leaves: its line of the history, and the columns of the case that change.

    `to` is said where the case does not go where the row of the table says; `then` are acts that
    follow from it of themselves, each with its own line.
    """

    note: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    to: Status | None = None
    then: tuple[tuple[Act, str], ...] = ()


@dataclass(frozen=True)
class Move:
    """From where, by which act, to where; what it asks, what hinders it, and what it does.

    `hindered` says in a sentence why the case cannot make it now, or nothing.
    `wrong` finds what the asks alone cannot, by field.
    `proposed` is what counts where nothing else is said: what the case has planned already.
    """

    act: Act
    name: str  # what the button says
    start: Status
    to: Status
    do: Callable[[Making], Done]
    asks: tuple[Asked, ...] = ()
    hindered: Callable[[Case, date], str] = lambda _case, _today: ""
    wrong: Callable[[Making], Mapping[str, str]] = lambda _making: {}
    proposed: Callable[[Case, date], Given] = lambda _case, _today: {}

    @property
    def is_signed(self) -> bool:
        """Whether a second person signs it off."""
        return any(one.kind is Ask.SECRET for one in self.asks)
