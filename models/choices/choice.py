"""What every fixed list is made of: the code that is stored, the words people read."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """One of a fixed list; equal to the code that is stored, with the label that is shown."""

    usual: str  # the label, where the centre has no word of its own

    def __new__(cls, code: str, label: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.usual = label
        return member

    @property
    def label(self) -> str:
        own = _OWN.get(type(self))
        return own[self][0] if own else self.usual

    @property
    def in_use(self) -> bool:
        """Whether it is still offered; what has it keeps it."""
        own = _OWN.get(type(self))
        return own[self][1] if own else bool(self.usual)

    @classmethod
    def named(cls) -> list[Self]:
        """All that are called anything; a place for a word of the centre's own may be empty."""
        return [one for one in cls if one.label]

    @classmethod
    def of(cls, code: str) -> Self:
        return cls(code)  # type: ignore[call-arg]  # an enum is called with its value alone


# What the centre calls each of a list, and whether it is in use.
_OWN: dict[type[Choice], Mapping[Choice, tuple[str, bool]]] = {}


def call(choices: type[Choice], words: Mapping[Choice, tuple[str, bool]]) -> None:
    """Call all of a list so from now on, everywhere."""
    _OWN[choices] = words
