"""What papers and calendars of home visits say alike."""

from datetime import date

from app.persons.parties import PartyDraft
from app.visits.crews import HelperEntry
from app.visits.draft import VisitDraft, age


def place(draft: VisitDraft) -> str:
    """Village and address, the village once."""
    village, address = draft.village, draft.address
    return " ".join(filter(None, ("" if address.startswith(village) else village, address)))


def years(person: PartyDraft, on: date) -> str:
    """83岁, where the number tells."""
    old = age(person, on)
    return "" if old is None else f"{old}岁"


def named(person: PartyDraft, on: date) -> str:
    """龚正荣（83岁）, for those who have to find the right one."""
    old = years(person, on)
    return f"{person.name}（{old}）" if old else person.name


def asker(draft: VisitDraft) -> str:
    """Who asked for it, how related, and the phone."""
    if draft.asker is None:
        return ""
    related = f"（{draft.relation}）" if draft.relation else ""
    return f"{draft.asker.name}{related}{draft.asker.phone}"


def reached(helper: HelperEntry) -> str:
    """One of the crew, with the phone."""
    return f"{helper}{helper.phone}"


def way(start: str, minutes: int) -> str:
    return f"从{start}去{minutes}分钟" if start else ""
