"""What units settled with one another: meetings, looks at a place, conflicts of rules, routes."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import ConflictOutcome


class Meeting(Record):
    """A coordination meeting (协调会). People and units stand one a line."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="meetings", verbose_name="办件")
    held_at = pw.DateTimeField(verbose_name="开会时间")
    place = pw.CharField(max_length=120, verbose_name="地点")
    chair = pw.CharField(max_length=120, verbose_name="主持人")
    background = pw.TextField(default="", verbose_name="议题")
    present = pw.TextField(verbose_name="参加单位和人员")
    absent = pw.TextField(default="", verbose_name="缺席单位")
    # The centre's rule by which the absent agree; empty: they do not.
    deemed_by = pw.CharField(max_length=120, default="", verbose_name="缺席视为同意的依据")
    by = pw.CharField(max_length=40, verbose_name="记录人")

    class Meta:
        constraints = (pw.Check("place <> '' AND chair <> '' AND present <> ''"),)


class Decision(Record):
    """One thing a meeting decided: who sees to it, until when, and that it was done."""

    meeting = pw.ForeignKeyField(
        Meeting, on_delete="RESTRICT", backref="decisions", verbose_name="协调会"
    )
    what = pw.CharField(max_length=120, verbose_name="议定事项")
    owner = pw.CharField(max_length=60, verbose_name="责任单位")
    due_on = pw.DateField(index=True, verbose_name="期限")
    done_at = pw.DateTimeField(null=True, verbose_name="办完时间")
    outcome = pw.TextField(default="", verbose_name="办理情况")

    class Meta:
        constraints = (
            pw.Check("what <> '' AND owner <> ''"),
            pw.Check("(done_at IS NULL) = (outcome = '')"),
        )


class Survey(Record):
    """A look at the place (踏勘); findings and the names of photos stand one a line."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="surveys", verbose_name="办件")
    surveyed_at = pw.DateTimeField(verbose_name="踏勘时间")
    place = pw.CharField(max_length=120, verbose_name="地点")
    purpose = pw.TextField(default="", verbose_name="踏勘目的")
    present = pw.TextField(verbose_name="到场单位和人员")
    findings = pw.TextField(verbose_name="看到的情况")
    opinion = pw.TextField(default="", verbose_name="现场意见")
    photos = pw.TextField(default="", verbose_name="照片")
    by = pw.CharField(max_length=40, verbose_name="记录人")

    class Meta:
        constraints = (pw.Check("place <> '' AND present <> '' AND findings <> ''"),)


class Conflict(Record):
    """Two units that wait for one another (政策冲突), and how it was resolved."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="conflicts", verbose_name="办件")
    at = pw.DateTimeField(verbose_name="记录时间")
    by = pw.CharField(max_length=40, verbose_name="记录人")
    unit_a = pw.CharField(max_length=60, verbose_name="甲方单位")
    wants_a = pw.CharField(max_length=120, verbose_name="甲方要求先有")
    gives_a = pw.CharField(max_length=120, verbose_name="甲方才给")
    basis_a = pw.CharField(max_length=120, verbose_name="甲方依据")
    unit_b = pw.CharField(max_length=60, verbose_name="乙方单位")
    wants_b = pw.CharField(max_length=120, verbose_name="乙方要求先有")
    gives_b = pw.CharField(max_length=120, verbose_name="乙方才给")
    basis_b = pw.CharField(max_length=120, verbose_name="乙方依据")
    background = pw.TextField(default="", verbose_name="冲突情况")
    outcome = ChoiceField(ConflictOutcome, null=True, verbose_name="结果")
    resolution = pw.TextField(default="", verbose_name="怎么解决的")
    basis = pw.CharField(max_length=120, default="", verbose_name="解决依据")
    resolved_by = pw.CharField(max_length=120, default="", verbose_name="谁定的")
    resolved_at = pw.DateTimeField(null=True, verbose_name="解决时间")

    class Meta:
        constraints = (
            pw.Check("unit_a <> unit_b"),
            pw.Check("(outcome IS NULL) = (resolved_at IS NULL)"),
            pw.Check("(outcome IS NULL) = (resolution = '')"),
        )


class Route(Record):
    """Another way found (另寻出路): what was tried, what blocked it, and what went through."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="routes", verbose_name="办件")
    at = pw.DateTimeField(verbose_name="记录时间")
    by = pw.CharField(max_length=40, verbose_name="记录人")
    tried = pw.TextField(verbose_name="原来走的路")
    blocked_by = pw.TextField(verbose_name="卡在哪里")
    worked = pw.TextField(verbose_name="走通的路")

    class Meta:
        constraints = (pw.Check("tried <> '' AND blocked_by <> '' AND worked <> ''"),)
