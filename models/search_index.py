"""The full-text index of the cases: SQLite's FTS5, whose rowid is the case's id.

What stands in it and how it is asked is the app's; here is only how SQLite is told.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.base import database

# `keys` tell one case from another, `words` is what it is about, `once` what may stand
# anywhere: every character, every key as a whole.
# The tokenizer is `ascii` because to it every other character is a letter, whatever the version
# of Unicode: the tables of `unicode61` end before the characters of some people's names.
CREATE = """CREATE VIRTUAL TABLE "case_index" USING fts5(keys, words, once, tokenize = "ascii")"""
_MANY = 500  # rows read at once by their ids


@dataclass(frozen=True)
class Entry:
    """What is indexed of a case; in each column tokens with a blank between them."""

    keys: str
    words: str
    once: str


def put(case_id: int, entry: Entry) -> None:
    """Write a case's entry; nothing is written where it is the same as before."""
    stored = database.execute_sql(
        'SELECT keys, words FROM "case_index" WHERE rowid = ?', (case_id,)
    ).fetchone()
    if stored == (entry.keys, entry.words):
        return
    if stored:
        database.execute_sql('DELETE FROM "case_index" WHERE rowid = ?', (case_id,))
    add([(case_id, entry)])


def add(entries: Iterable[tuple[int, Entry]]) -> None:
    """Entries of cases that have none."""
    for case_id, one in entries:
        database.execute_sql(
            'INSERT INTO "case_index" (rowid, keys, words, once) VALUES (?, ?, ?, ?)',
            (case_id, one.keys, one.words, one.once),
        )


def clear() -> None:
    database.execute_sql('DELETE FROM "case_index"')


def optimise() -> None:
    """Merge what was written in many pieces; worth it after all of it was written anew."""
    database.execute_sql("""INSERT INTO "case_index" ("case_index") VALUES ('optimize')""")


def newest(query: str) -> Iterator[int]:
    """The ids of the cases that match, newest first, as far as they are taken."""
    found = database.execute_sql(
        'SELECT rowid FROM "case_index" WHERE "case_index" MATCH ? ORDER BY rowid DESC', (query,)
    )
    return (row[0] for row in found)


def newest_with_keys(query: str) -> Iterator[tuple[int, str]]:
    """As `newest`, each with its keys."""
    found = database.execute_sql(
        'SELECT rowid, keys FROM "case_index" WHERE "case_index" MATCH ? ORDER BY rowid DESC',
        (query,),
    )
    return ((row[0], row[1]) for row in found)


def ranked(query: str, limit: int) -> list[int]:
    """The cases that match best by bm25, the best first."""
    found = database.execute_sql(
        'SELECT rowid FROM "case_index" WHERE "case_index" MATCH ? ORDER BY rank LIMIT ?',
        (query, limit),
    )
    return [row[0] for row in found]


def count(query: str, most: int) -> int:
    """How many cases match; counting ends at `most`, as a frequent word takes long to count."""
    found = database.execute_sql(
        """SELECT COUNT(*) FROM
           (SELECT 1 FROM "case_index" WHERE "case_index" MATCH ? LIMIT ?)""",
        (query, most),
    )
    return int(found.fetchone()[0])


def entries(ids: Sequence[int]) -> dict[int, Entry]:
    """What is stored of these cases."""
    found: dict[int, Entry] = {}
    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        marks = ", ".join("?" * len(some))
        rows = database.execute_sql(
            f'SELECT rowid, keys, words, once FROM "case_index" WHERE rowid IN ({marks})',
            tuple(some),
        )
        found |= {row[0]: Entry(*row[1:]) for row in rows}
    return found
