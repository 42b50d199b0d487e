"""The households of a case that is many people's (群体事项)."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import HouseholdState


class Household(Record):
    """One of them: who, which house, which papers, and how far it is."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="households", verbose_name="办件")
    number = pw.IntegerField(verbose_name="序号")
    name = pw.CharField(max_length=120, verbose_name="户主")
    house = pw.CharField(max_length=120, verbose_name="房号")
    phone = pw.CharField(max_length=30, default="", verbose_name="电话")
    papers = pw.CharField(max_length=120, default="", verbose_name="材料")
    receipt = pw.CharField(max_length=120, default="", verbose_name="回执号")
    state = ChoiceField(HouseholdState, default=HouseholdState.OPEN, verbose_name="进度")
    changed_at = pw.DateTimeField(verbose_name="更新时间")

    class Meta:
        indexes = ((("case", "number"), True),)
        constraints = (pw.Check("number >= 1"), pw.Check("name <> '' AND house <> ''"))
