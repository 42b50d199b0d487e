"""What the units of a demonstrated case do with it: they sign, call the citizen, and answer."""

import random
from collections.abc import Iterator
from datetime import datetime

from app.cases.drafting import CaseDraft
from app.demo.hours import Hours
from app.demo.story import Step
from app.demo.town import Town, Trouble
from app.directory import UnitDraft
from models.choices import Act, YesNo

_WHOEVER = "值班人员"


class Units:
    """Shares the chance of whoever tells the rest. A share goes by the name of its unit."""

    def __init__(self, chance: random.Random, hours: Hours, town: Town) -> None:
        self._chance, self._hours, self._words = chance, hours, town.words
        units = (one for one in town.lists if isinstance(one, UnitDraft))
        self._liaisons = {one.name: one.liaison for one in units}

    def begun(self, draft: CaseDraft, moment: datetime) -> Iterator[Step]:
        """All sign for it, and the one in the lead speaks to the citizen."""
        for unit in _all(draft):
            moment = self._hours.after(moment, 0)
            by = self._liaisons.get(unit) or _WHOEVER
            yield Step(moment, Act.SIGN, {"share": unit, "signed_by": by})
        said = self._chance.choice(self._words["contacted"])
        yield Step(self._hours.after(moment, 0), Act.CONTACT, {"share": draft.lead, "note": said})

    def answered(self, draft: CaseDraft, trouble: Trouble, moment: datetime) -> Iterator[Step]:
        """Those that help before the one in the lead; every answer is looked at."""
        for unit in reversed(_all(draft)):
            said = (
                trouble.result if unit == draft.lead else self._chance.choice(self._words["helped"])
            )
            yield Step(moment, Act.REPLY, {"share": unit, "note": said})
            looked_at = {"whole": YesNo.YES, "basis_cited": YesNo.YES}
            yield Step(moment, Act.ACCEPT, {"share": unit, **looked_at})


def _all(draft: CaseDraft) -> tuple[str, ...]:
    return (draft.lead, *draft.helpers)
