"""How long finding takes, by what is typed, in a small store and in a large one."""

import random
from collections.abc import Iterator
from time import perf_counter
from typing import Any

from app.search.finding import find
from app.similar import similar
from models import Case, Party, database
from tests.bench.fill import filled

ROUNDS = 40  # of each kind and length
SIZES = (1_000, 100_000)


def measure() -> dict[str, float]:
    """The 95th percentile in ms over all lengths from 1 to 6, for each kind of what is typed."""
    return {
        f"{what}, {size} cases, p95 ms": took for size in SIZES for what, took in _at(size).items()
    }


def _at(size: int) -> dict[str, float]:
    database.init(str(filled(size)))
    with database.connection_context():
        rng = random.Random(5)
        took = {what: _p95(find, typed) for what, typed in _typed(rng).items()}
        told = [_of(rng, Case.problem) for _ in range(ROUNDS)]
        return took | {"similar": _p95(similar, told)}


def _typed(rng: random.Random) -> dict[str, list[str]]:
    sources = {
        "find words": lambda: _of(rng, Case.problem),
        "find names": lambda: _of(rng, Party.name),
        "find initials": lambda: _of(rng, Party.initials),
        "find phones": lambda: _of(rng, Party.phone),
        "find ID numbers": lambda: _of(rng, Party.id_number),
        "find case numbers": lambda: _of(rng, Case.number),
    }
    parts = {
        what: [part for length in range(1, 7) for part in _parts(rng, source, length)]
        for what, source in sources.items()
    }
    digits = [f"{rng.randrange(10**n):0{n}}" for n in range(1, 7) for _ in range(ROUNDS)]
    return parts | {
        "find last four": [_of(rng, Party.phone)[-4:] for _ in range(ROUNDS)],
        "find any digits": digits,
        "find two words": [f"{_of(rng, Party.name)} {_of(rng, Case.number)[-3:]}" for _ in digits],
        "find wild names": [_with_unknown(rng, _of(rng, Party.name)) for _ in digits],
    }


def _parts(rng: random.Random, source: Any, length: int) -> Iterator[str]:
    for _ in range(ROUNDS):
        text = source()
        start = rng.randrange(max(1, len(text) - length + 1))
        yield text[start : start + length]


def _with_unknown(rng: random.Random, name: str) -> str:
    place = rng.randrange(len(name))
    return name[:place] + "?" + name[place + 1 :]


def _of(rng: random.Random, field: Any) -> str:
    one = rng.randrange(field.model.select().count()) + 1
    return str(field.model.select(field).where(field.model.id == one).tuples().first()[0])


def _p95(look: Any, typed: list[str]) -> float:
    took = []
    for text in typed:
        start = perf_counter()
        look(text)
        took.append((perf_counter() - start) * 1000)
    return round(sorted(took)[int(len(took) * 0.95)], 2)
