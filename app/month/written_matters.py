"""Matters that are in no list: what was written for them may name the people of the case."""

from collections.abc import Mapping
from typing import Any

from app.cases.people import Names, names_in
from app.persons import masks
from models import Case

People = Mapping[int, Names]


def people_of_written(cases: Any) -> People:
    """Of those of the cases whose matter was written by hand, whom that must not name."""
    written = Case.matter.is_null() & (Case.matter_text != "")
    query: Any = Case.select(Case.id).where(Case.id.in_(cases), written)
    return names_in(case_id for (case_id,) in query.tuples())


def told(matter: str, case_id: int, people: People) -> str:
    """One from a list as it is called there."""
    return masks.words(matter, people[case_id]) if case_id in people else matter
