"""How what is searched is laid out in the index.

Chinese is not written in words, so that everything is searched by its characters: every pair of
neighbours is a token, and any part of a text that was typed is a row of such pairs. A field begins
and ends with an edge, which no one can type: no match runs from one field into the next. What
tells a case from others is besides a token as a whole and by its last four, and every single
character is one. Measured against one token a character, pairs are 4 to 8 times as fast for
numbers, whose ten digits stand in every case.
"""

import unicodedata
from collections.abc import Iterable
from operator import add

from app.persons.names import normalise
from models.search_index import Entry

EDGE = "¶"
UNKNOWN = "※"  # stands in the index where a name's initial is not known
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
    told, about = _folded(keys, initials), _folded(words)
    once = {char for field in (*told, *about) for char in field}
    once |= {as_whole(key) for key in told} | {as_tail(key) for key in told if numeric(key)}
    return Entry(" ".join(map(_field, told)), " ".join(map(_field, about)), " ".join(sorted(once)))


def framed(texts: Iterable[str], initials: Iterable[str] = ()) -> str:
    """Fields folded, with an edge around each, as a word is looked for in them."""
    return EDGE + "".join(field + EDGE for field in _folded(texts, initials))


def fields_of(tokens: str) -> str:
    """The same of fields as they are indexed."""
    return "".join(token[0] for token in tokens.split()) + EDGE


def _folded(texts: Iterable[str], initials: Iterable[str] = ()) -> list[str]:
    spelt = [each for one in initials for each in _spelt(one)]
    return list(dict.fromkeys(filter(None, [*map(fold, texts), *spelt])))


def _spelt(initials: str) -> tuple[str, str]:
    """`w?f`: as a search by `?` meets it, and as one types it who skips what cannot be read."""
    known = [fold(part) for part in initials.split("?")]
    return UNKNOWN.join(known), "".join(known)


def as_whole(key: str) -> str:
    return f"{EDGE}{key}{EDGE}"


def as_tail(key: str) -> str:
    return f"{key[-TAIL:]}{EDGE}"


def numeric(text: str) -> bool:
    """Whether it ends as a phone, a case's number or an ID number does, which may have an X."""
    return len(text) >= TAIL and text[-TAIL:].removesuffix("x").isdecimal()


def pairs_of(text: str) -> list[str]:
    """The pairs of neighbours in a text, each once, in its order."""
    return list(dict.fromkeys(pairs(fold(text)).split()))


def _field(field: str) -> str:
    return pairs(f"{EDGE}{field}{EDGE}")


def pairs(text: str) -> str:
    return " ".join(map(add, text, text[1:]))
