"""The cases of one village, by who is served; of the whole town where none is asked for."""

from dataclasses import dataclass
from typing import Any

import peewee as pw
from peewee import fn

from app.cases.columns import SERVED
from app.cases.filters import CaseFilter
from app.statistics.counted import Counted
from app.statistics.records import Tally
from models import Case, Party

_EVERYWHERE = pw.SQL("1")


@dataclass(frozen=True)
class Place:
    """Its conditions: on cases, on what belongs to a case, on persons."""

    village_id: int | None = None

    @property
    def of_cases(self) -> Any:
        return self.of_person(SERVED)

    def of_case(self, case: Any) -> Any:
        if self.village_id is None:
            return _EVERYWHERE
        other = Case.alias()
        served = fn.COALESCE(other.beneficiary, other.applicant)
        lives = (Party.id == served) & (Party.village == self.village_id)
        return fn.EXISTS(other.select(other.id).join(Party, on=lives).where(other.id == case))

    def of_person(self, person: Any) -> Any:
        if self.village_id is None:
            return _EVERYWHERE
        return person.in_(Party.select(Party.id).where(Party.village == self.village_id))

    def tally(self, number: int, counted: Counted) -> Tally:
        return Tally(number, CaseFilter(counted=counted, village_id=self.village_id))
