"""Where visits were and what for, as it goes up: what was written by hand names nobody."""

from collections.abc import Mapping
from typing import Any

import peewee as pw

from app.cases.people import names_at
from app.persons import masks
from models import Matter, Village, Visit


def covered_words(which: Any) -> Mapping[int, tuple[str, str]]:
    """Of those of the visits of which either is in no list, the place and the matter."""
    columns = (Village.name, Visit.village_text, Visit.address, Matter.name, Visit.matter_text)
    query: Any = (
        Visit.select(Visit.id, *columns)
        .join(Village, pw.JOIN.LEFT_OUTER)
        .switch(Visit)
        .join(Matter, pw.JOIN.LEFT_OUTER)
        .where(which, Visit.village.is_null() | Visit.matter.is_null())
    )
    rows = list(query.tuples())
    people = names_at(visit for visit, *_ in rows)
    return {
        visit: (
            village or masks.words(written, people[visit]) or masks.address(address),
            matter or masks.words(matter_text, people[visit]),
        )
        for visit, village, written, address, matter, matter_text in rows
    }
