"""Reading the centre's lists; what is no longer in use only where that is asked for."""

from typing import Any

from app.directory.entries import MatterEntry, UnitEntry, VillageEntry, Who
from app.errors import NotFound
from models import Matter, Staff, Unit, Village, rows


def list_staff(*, retired: bool = False) -> list[Who]:
    query = _whos().order_by(Staff.work_number)
    return rows(query if retired else query.where(Staff.active), Who)


def get_staff(staff_id: int) -> Who:
    found = rows(_whos().where(Staff.id == staff_id), Who)
    if not found:
        raise NotFound("这位同事已经不在名录里了，请刷新后再试。")
    return found[0]


def list_units(*, retired: bool = False) -> list[UnitEntry]:
    return rows(_listed(Unit, Unit.id, retired=retired), UnitEntry)


def list_villages(*, retired: bool = False) -> list[VillageEntry]:
    return rows(_listed(Village, Village.id, retired=retired), VillageEntry)


def list_matters(*, retired: bool = False) -> list[MatterEntry]:
    """Every matter with the name of its unit and its papers, one an entry."""
    query = Matter.select(Matter, Unit).left_outer_join(Unit).order_by(Matter.id)
    if not retired:
        query = query.where(Matter.active)
    return [
        MatterEntry(
            id=one.id,
            name=one.name,
            unit_id=one.unit_id,
            unit=one.unit.name if one.unit else "",
            keywords=one.keywords,
            papers=tuple(line for line in one.papers.split("\n") if line),
            initials=one.initials,
            active=one.active,
        )
        for one in query
    ]


def _whos() -> Any:
    """All but the hash of the password, which nobody but the sign-in has a use for."""
    has_password = (Staff.password != "").alias("has_password").converter(bool)
    return Staff.select(
        Staff.id, Staff.name, Staff.work_number, Staff.active, Staff.role, has_password
    )


def _listed(table: Any, order: Any, *, retired: bool) -> Any:
    columns = [field for name, field in table._meta.fields.items()]
    query = table.select(*columns).order_by(order)
    return query if retired else query.where(table.active)
