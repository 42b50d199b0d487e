"""The papers an act owes a citizen or a unit, to be printed as soon as it is done."""

from collections.abc import Mapping, Sequence

from app.papers.kinds import SHEETS, Makeable, makeable
from models.choices import Act, PaperKind

OWED: Mapping[Act, tuple[PaperKind, ...]] = {
    Act.ASSIGN: (PaperKind.ORDER,),
    Act.TELL_MISSING: (PaperKind.MISSING,),
    Act.REMIND: (PaperKind.REMINDER,),
    Act.SUPERVISE: (PaperKind.SUPERVISION,),
    Act.ESCALATE: (PaperKind.ESCALATION,),
    Act.ASK_EXTENSION: (PaperKind.EXTENSION_APPROVAL,),
    Act.GRANT_EXTENSION: (PaperKind.EXTENSION,),
    Act.TELL_EXTENSION: (PaperKind.EXTENSION,),
    Act.MEET: (PaperKind.MINUTES,),
    Act.SURVEY: (PaperKind.SURVEY,),
    Act.CONFLICT: (PaperKind.CONFLICT,),
    Act.EXEMPT: (PaperKind.EXEMPTION,),
    Act.HOLD: (PaperKind.CUSTODY,),
    Act.HOUSEHOLD: (PaperKind.GROUP,),
    Act.ASK_NO: (PaperKind.REFUSAL_APPROVAL,),
    Act.GRANT_NO: (PaperKind.CANNOT, PaperKind.OUT_OF_SCOPE),
    Act.SPOT: (PaperKind.COMPLETION,),
    Act.CONCLUDE: (PaperKind.COMPLETION,),
    Act.REWORK: (PaperKind.REWORK,),
    Act.CONTEST: (PaperKind.REWORK,),
}


def owed_kinds(act: Act) -> str:
    """What the papers of an act are called together; nothing where it owes none."""
    kinds = [one for one in OWED.get(act, ()) if one in SHEETS]
    return kinds[0].label if len(kinds) == 1 else "告知书" if kinds else ""


def owed_papers(case_id: int, act: Act, before: Sequence[Makeable]) -> list[Makeable]:
    """Those that came with the act, or where it brought none of its own, all of its kinds."""
    found = [one for one in makeable(case_id) if one.kind in OWED.get(act, ())]
    return [one for one in found if one not in before] or found
