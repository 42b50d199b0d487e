"""How words are laid out in the search index, and how a search for them is said.

Chinese is not written in words, so that everything is searched by its characters: every pair of
neighbours is a token, and any part of a text that was typed is a row of such pairs. A field begins
and ends with an edge, which no one can type: no match runs from one field into the next. What
tells a case from others is besides a token as a whole and by its last four, and every single
character is one. Measured against one token a character, pairs are 4 to 8 times as fast for
numbers, whose ten digits stand in every case.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import add

from app.names import normalise
from models.search_index import Entry

EDGE = "¶"
UNKNOWN = "※"  # stands in the index where a name's initial is not known
_WILD = "?？"
_LONGEST, _MOST_WORDS = 64, 8  # more than that was not typed to find a case
TAIL = 4  # “the last four” of a phone or an ID number
_VARIANTS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


class _Folding(dict[int, str]):
    """What each character is searched as; signs, blanks and what cannot be seen are nothing.

    Character by character, so that a part of a text folds to that part of the folded text.
    """

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", normalise(chr(code))).casefold()
        self[code] = "".join(filter(_kept, unicodedata.normalize("NFKC", plain)))
        return self[code]


def _kept(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    if any(ord(char) in variants for variants in _VARIANTS):
        return False
    kind = unicodedata.category(char)
    # Unassigned is what a newer Unicode assigned; private codes stand in names.
    return kind[0] not in "PZC" or kind in ("Cn", "Co")


_folding = _Folding()


def fold(text: str) -> str:
    return text.translate(_folding)


def entry(keys: Iterable[str], initials: Iterable[str], words: Iterable[str]) -> Entry:
    """Fields as they are indexed: those that tell a case from others, and what it is about."""
    spelt = [each for one in initials for each in _spelt(one)]
    told, about = _each_once([*map(fold, keys), *spelt]), _each_once(map(fold, words))
    once = {char for field in (*told, *about) for char in field}
    once |= {_as_whole(key) for key in told} | {_as_tail(key) for key in told if _numeric(key)}
    return Entry(" ".join(map(_pairs, told)), " ".join(map(_pairs, about)), " ".join(sorted(once)))


def _spelt(initials: str) -> tuple[str, str]:
    """`w?f`: as a search by `?` meets it, and as one types it who skips what cannot be read."""
    known = [fold(part) for part in initials.split("?")]
    return UNKNOWN.join(known), "".join(known)


def _as_whole(key: str) -> str:
    return f"{EDGE}{key}{EDGE}"


def _as_tail(key: str) -> str:
    return f"{key[-TAIL:]}{EDGE}"


def _numeric(text: str) -> bool:
    """Whether it ends as a phone, a case's number or an ID number does, which may have an X."""
    return len(text) >= TAIL and text[-TAIL:].removesuffix("x").isdecimal()


def _each_once(fields: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, fields)))


def fields_of(tokens: str) -> str:
    """Indexed fields as they were, folded, with an edge around each."""
    return "".join(token[0] for token in tokens.split()) + EDGE


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

    def whole(self) -> str:
        """The query for cases of which it is a number, a name, the initials and so on."""
        if not self.wild:
            return _single(_as_whole(self.text))
        first, *middle, last = self.parts
        return _wildly((EDGE + first, *middle, last + EDGE))

    def tail(self) -> str:
        """The query for cases of which a number ends with its last four."""
        return _single(_as_tail(self.text))

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
        return not self.wild and _numeric(self.text) and self.text[:-1].isdecimal()


def words(text: str) -> list[Word]:
    """What was typed, word by word, in the order typed; empty where nothing can be searched."""
    found = []
    for each in islice(dict.fromkeys(text[:1000].split()), _MOST_WORDS):
        parts = [fold(part) for part in re.split(f"[{_WILD}]", each)]
        if any(parts):
            found.append(Word(tuple(_within_reason(parts))))
    return found


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
    pairs = [f'"{_inner(part)}"' for part in parts if len(part) > 1]
    singles = [_single(part) for part in parts if len(part) == 1 and part != EDGE]
    span = sum(map(len, parts)) + len(parts)
    near = [f"keys : NEAR({' '.join(pairs)}, {span})"] if pairs else []
    return " AND ".join(near + singles)


def _phrase(text: str) -> str:
    """In any column; a pair never stands among the single tokens."""
    return f'"{_inner(text)}"' if len(text) > 1 else _single(text)


def _single(token: str) -> str:
    return f'once : "{token}"'


def _pairs(field: str) -> str:
    return _inner(f"{EDGE}{field}{EDGE}")


def _inner(text: str) -> str:
    return " ".join(map(add, text, text[1:]))
