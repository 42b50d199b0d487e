"""The words someone typed into a search, and how the index is asked for them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from app.search.terms import EDGE, as_tail, as_whole, fold, numeric, pairs

_WILD = "?？"
_LONGEST, _MOST_WORDS = 64, 8  # more than that was not typed to find a case


@dataclass(frozen=True)
class Word:
    """One of the words typed: what is known of it, with a `?` for each unknown character between.

    王?芳 is two parts, 王??芳 three of which the middle one is empty.
    """

    parts: tuple[str, ...]

    @property
    def wild(self) -> bool:
        return len(self.parts) > 1

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def anywhere(self) -> str:
        """The index's query for cases that have the word, or for more of them if it is wild."""
        return _wildly(self.parts) if self.wild else _phrase(self.text)

    def in_keys(self) -> str:
        """The same for what tells a case from others; a single character begins it."""
        if self.wild:
            return self.anywhere()
        text = self.text if len(self.text) > 1 else EDGE + self.text
        return f'keys : "{pairs(text)}"'

    def whole(self) -> str:
        """The query for cases of which it is a number, a name, the initials and so on."""
        if not self.wild:
            return _single(as_whole(self.text))
        first, *middle, last = self.parts
        return _wildly((EDGE + first, *middle, last + EDGE))

    def tail(self) -> str:
        """The query for cases of which a number ends with its last four."""
        return _single(as_tail(self.text))

    def stands_in(self, fields: str, *, whole: bool = False) -> bool:
        """Whether it, wild or not, is part of one of the fields, or one of them whole."""
        known = f"[^{EDGE}]".join(map(re.escape, self.parts))
        return re.search(f"{EDGE}{known}(?={EDGE})" if whole else known, fields) is not None

    def closeness(self, fields: str) -> int:
        """0 where it is a field, 1 where a field of digits ends with it, 2 elsewhere."""
        if self.stands_in(fields, whole=True):
            return 0
        ends = self.is_number and f"{self.text}{EDGE}" in fields
        return 1 if ends else 2

    def without_unknown(self) -> "Word":
        return Word((self.text,))

    @property
    def is_number(self) -> bool:
        return not self.wild and numeric(self.text) and self.text[:-1].isdecimal()


def words_of(text: str) -> list[Word]:
    """What was typed, word by word, in the order typed; empty where nothing can be searched."""
    found = []
    for each in islice(dict.fromkeys(text[:1000].split()), _MOST_WORDS):
        parts = [fold(part) for part in re.split(f"[{_WILD}]", each)]
        if any(parts):
            found.append(Word(tuple(_within_reason(parts))))
    return found


def about(pair: str) -> str:
    """The query for cases that tell of it, whatever their persons are called."""
    return f'words : "{pair}"'


def all_of(queries: Iterable[str]) -> str:
    return " AND ".join(f"({query})" for query in queries)


def any_of(queries: Iterable[str]) -> str:
    return " OR ".join(f"({query})" for query in queries)


def _within_reason(parts: list[str]) -> list[str]:
    room, kept = _LONGEST, []
    for part in parts[:_LONGEST]:
        kept.append(part[:room])
        room -= len(kept[-1])
    return kept


def _wildly(parts: Sequence[str]) -> str:
    """Pairs as near to each other as the pattern is long; the order is seen to afterwards."""
    phrases = [f'"{pairs(part)}"' for part in parts if len(part) > 1]
    singles = [_single(part) for part in parts if len(part) == 1 and part != EDGE]
    span = sum(map(len, parts)) + len(parts)
    near = [f"keys : NEAR({' '.join(phrases)}, {span})"] if phrases else []
    return " AND ".join(near + singles)


def _phrase(text: str) -> str:
    """In any column; a pair never stands among the single tokens."""
    return f'"{pairs(text)}"' if len(text) > 1 else _single(text)


def _single(token: str) -> str:
    return f'once : "{token}"'
