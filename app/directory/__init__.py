"""The lists of the centre: staff, units, villages, matters."""

from app.directory.entries import (
    MATTER_LABELS,
    STAFF_LABELS,
    UNIT_LABELS,
    VILLAGE_LABELS,
    Draft,
    MatterDraft,
    MatterEntry,
    StaffDraft,
    UnitDraft,
    UnitEntry,
    VillageDraft,
    VillageEntry,
    Who,
    problems,
)
from app.directory.keeping import retire, save_all, save_matter, save_staff, save_unit, save_village
from app.directory.listing import get_staff, list_matters, list_staff, list_units, list_villages

__all__ = [
    "MATTER_LABELS",
    "STAFF_LABELS",
    "UNIT_LABELS",
    "VILLAGE_LABELS",
    "Draft",
    "MatterDraft",
    "MatterEntry",
    "StaffDraft",
    "UnitDraft",
    "UnitEntry",
    "VillageDraft",
    "VillageEntry",
    "Who",
    "get_staff",
    "list_matters",
    "list_staff",
    "list_units",
    "list_villages",
    "problems",
    "retire",
    "save_all",
    "save_matter",
    "save_staff",
    "save_unit",
    "save_village",
]
