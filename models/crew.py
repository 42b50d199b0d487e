"""Who goes to people's homes, with what, from where to where, and the centre's rules for it."""

from datetime import time

import peewee as pw

from models.base import ChoiceField, Record
from models.choices import KitKind
from models.directory import Staff, Village


class Helper(Record):
    """Somebody who goes on visits (上门人员): a colleague, or one of another unit."""

    staff = pw.ForeignKeyField(
        Staff, null=True, unique=True, on_delete="RESTRICT", backref="helper", verbose_name="同事"
    )
    name = pw.CharField(max_length=40, verbose_name="姓名")
    unit = pw.CharField(max_length=60, default="", verbose_name="单位")
    phone = pw.CharField(max_length=30, default="", verbose_name="电话")
    team = pw.CharField(max_length=20, default="", verbose_name="组")  # they go together
    active = pw.BooleanField(default=True, verbose_name="在用")

    class Meta:
        indexes = ((("name", "unit"), True),)
        constraints = (pw.Check("name <> ''"),)


class Kit(Record):
    """Equipment that is booked with a crew (设备)."""

    name = pw.CharField(max_length=40, unique=True, verbose_name="设备")
    kind = ChoiceField(KitKind, default=KitKind.CAPTURE, verbose_name="种类")
    active = pw.BooleanField(default=True, verbose_name="在用")

    class Meta:
        constraints = (pw.Check("name <> ''"),)


class Absence(Record):
    """When a helper or a kit is not to be had: leave, training, repair."""

    helper = pw.ForeignKeyField(
        Helper, null=True, on_delete="RESTRICT", backref="absences", verbose_name="上门人员"
    )
    kit = pw.ForeignKeyField(
        Kit, null=True, on_delete="RESTRICT", backref="absences", verbose_name="设备"
    )
    from_at = pw.DateTimeField(verbose_name="从")
    to_at = pw.DateTimeField(index=True, verbose_name="到")
    reason = pw.CharField(max_length=120, default="", verbose_name="原因")

    class Meta:
        constraints = (
            pw.Check("(helper_id IS NULL) <> (kit_id IS NULL)"),
            pw.Check("to_at > from_at"),
        )


class Way(Record):
    """Minutes between two villages, the same in both directions; kept once, the lower id first."""

    a = pw.ForeignKeyField(Village, on_delete="RESTRICT", backref="ways", verbose_name="从")
    b = pw.ForeignKeyField(Village, on_delete="RESTRICT", backref="ways_to", verbose_name="到")
    minutes = pw.IntegerField(verbose_name="分钟")

    class Meta:
        indexes = ((("a", "b"), True),)
        constraints = (pw.Check("a_id < b_id"), pw.Check("minutes >= 0"))


class VisitRules(Record):
    """The centre's rules for home visits; at most one row (id 1), without it the defaults hold."""

    least_crew = pw.IntegerField(default=2, verbose_name="至少几人上门")
    needs = pw.CharField(
        max_length=80, default="elderly,weak,sick,disabled,pregnant", verbose_name="上门对象"
    )
    morning_from = pw.TimeField(default=time(8, 30), verbose_name="上午从")
    morning_to = pw.TimeField(default=time(11, 30), verbose_name="上午到")
    afternoon_from = pw.TimeField(default=time(13, 30), verbose_name="下午从")
    afternoon_to = pw.TimeField(default=time(17, 0), verbose_name="下午到")
    business = pw.IntegerField(default=40, verbose_name="业务上门（分钟）")
    deliver = pw.IntegerField(default=15, verbose_name="送证上门（分钟）")
    certify = pw.IntegerField(default=15, verbose_name="高龄认证（分钟）")
    gathered = pw.IntegerField(default=120, verbose_name="集中服务（分钟）")
    other = pw.IntegerField(default=30, verbose_name="其他（分钟）")
    same_village = pw.IntegerField(default=5, verbose_name="同村路上（分钟）")
    other_village = pw.IntegerField(default=20, verbose_name="跨村路上（分钟）")
    home = pw.ForeignKeyField(
        Village, null=True, on_delete="RESTRICT", backref="centres", verbose_name="中心所在村社"
    )
    promises = pw.TextField(
        default="上门服务不收费。法定的证件工本费等，由收费单位开票收取。", verbose_name="纸上承诺"
    )

    class Meta:
        constraints = (
            pw.Check("id = 1"),
            pw.Check("least_crew >= 1"),
            pw.Check("morning_from < morning_to AND afternoon_from < afternoon_to"),
            pw.Check("morning_to <= afternoon_from"),
            pw.Check("business >= 1 AND deliver >= 1 AND certify >= 1"),
            pw.Check("gathered >= 1 AND other >= 1"),
            pw.Check("same_village >= 0 AND other_village >= 0"),
        )
