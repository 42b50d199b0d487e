"""What a coordination meeting leaves in the tables, as the moves would write it."""

from typing import Any

from app.demo.story import Step
from app.directory import Who
from app.moves import meeting
from models.choices import Act

ACTS = (Act.MEET, Act.DECIDED_DONE)


def held(case_id: int, step: Step, who: Who) -> dict[str, Any]:
    said = {name: step.given[name] for name in ("held_at", "place", "chair")}
    present = "\n".join(step.given["present"])
    return {"case": case_id, **said, "present": present, "by": who.name}


def see_to(decision: dict[str, Any], step: Step) -> str:
    """Mark it done; gives the line of the history."""
    note = step.given["note"]
    decision |= {"done_at": step.at, "outcome": note}
    return meeting.done_in_words(decision["what"], decision["owner"], note)
