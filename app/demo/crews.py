"""Who goes to people's homes in the demonstration, with what, and how far it is."""

import random
from collections.abc import Sequence

from app.directory import Who
from app.visits.crews import HelperDraft, KitDraft, save_helper, save_kit
from app.visits.rules import VisitSettings, save_visit_rules
from app.visits.ways import WayEntry, save_way
from models import Village
from models.choices import KitKind

_CREWS = (
    ("甲组", "陈浩", "派出所", "10000000101"),
    ("乙组", "赵文", "社保窗口", "10000000102"),
    ("乙组", "孙丽", "残联", "10000000103"),
)
_KITS = (
    ("1 号采集箱", KitKind.CAPTURE),
    ("2 号采集箱", KitKind.CAPTURE),
    ("平板", KitKind.TABLET),
    ("便携打印机", KitKind.PRINTER),
    ("中心面包车", KitKind.CAR),
)


def furnish(staff: Sequence[Who], chance: random.Random) -> None:
    for one in staff[1:3]:
        save_helper(HelperDraft(staff_id=one.id, team="甲组"))
    for team, name, unit, phone in _CREWS:
        save_helper(HelperDraft(name=name, unit=unit, phone=phone, team=team))
    for name, kind in _KITS:
        save_kit(KitDraft(name=name, kind=kind))
    villages = [name for (name,) in Village.select(Village.name).order_by(Village.id).tuples()]
    at = {name: (chance.randrange(25), chance.randrange(25)) for name in villages}
    for place, a in enumerate(villages):
        for b in villages[:place]:
            far = sum(abs(one - other) for one, other in zip(at[a], at[b], strict=True))
            save_way(WayEntry(a, b, max(far, 5)))
    save_visit_rules(VisitSettings(home=villages[0]))
