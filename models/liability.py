"""Who answers for a decision where rules are silent (容错免责)."""

import peewee as pw

from models.base import Record
from models.case import Case


class Exemption(Record):
    """What was decided in good faith, by whom, and on what basis; bases stand one a line."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="exemptions", verbose_name="办件")
    at = pw.DateTimeField(verbose_name="备案时间")
    by = pw.CharField(max_length=40, verbose_name="经手人")
    difficulty = pw.TextField(verbose_name="难在哪里")
    decision = pw.TextField(verbose_name="怎么定的")
    decided_by = pw.CharField(max_length=120, verbose_name="谁定的")
    decided_on = pw.DateField(verbose_name="哪天定的")
    procedure = pw.TextField(default="", verbose_name="经过什么程序")
    basis = pw.TextField(verbose_name="依据")
    risk = pw.TextField(default="", verbose_name="风险和防范")
    scans = pw.TextField(default="", verbose_name="扫描件")

    class Meta:
        constraints = (
            pw.Check("difficulty <> '' AND decision <> ''"),
            pw.Check("decided_by <> '' AND basis <> ''"),
        )


class SharedDuty(Record):
    """A unit that shares the responsibility, for what, and who stands for it."""

    exemption = pw.ForeignKeyField(
        Exemption, on_delete="RESTRICT", backref="duties", verbose_name="容错免责"
    )
    unit = pw.CharField(max_length=60, verbose_name="单位")
    duty = pw.CharField(max_length=120, verbose_name="承担什么")
    person = pw.CharField(max_length=120, default="", verbose_name="负责人")

    class Meta:
        indexes = ((("exemption", "unit"), True),)
        constraints = (pw.Check("unit <> '' AND duty <> ''"),)
