"""What stops a case's clock or gives it more time, and why."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import ContactWay, PauseReason
from models.directory import Staff


class Pause(Record):
    """The clock stands still; when it runs again the working days are given back."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="pauses", verbose_name="办件")
    round = pw.IntegerField(verbose_name="第几轮")
    at = pw.DateTimeField(verbose_name="暂停时间")
    by = pw.CharField(max_length=40, verbose_name="经手人")
    reason = ChoiceField(PauseReason, verbose_name="等什么")
    note = pw.TextField(verbose_name="情况")
    days_left = pw.IntegerField(verbose_name="暂停时还剩（工作日）")
    resumed_at = pw.DateTimeField(null=True, verbose_name="恢复时间")
    resumed_by = pw.CharField(max_length=40, default="", verbose_name="恢复人")
    days = pw.IntegerField(null=True, verbose_name="顺延（工作日）")

    class Meta:
        constraints = (
            pw.Check("days_left >= 0"),
            pw.Check("days IS NULL OR days >= 0"),
            pw.Check("(resumed_at IS NULL) = (days IS NULL)"),
            pw.Check("resumed_at IS NULL OR resumed_at >= at"),
        )


class Extension(Record):
    """More time (延期): asked for, granted or not by a second person, told to the citizen."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="extensions", verbose_name="办件")
    round = pw.IntegerField(verbose_name="第几轮")
    asked_at = pw.DateTimeField(verbose_name="申请时间")
    asked_by = pw.ForeignKeyField(
        Staff, on_delete="RESTRICT", backref="extensions", verbose_name="申请人"
    )
    days = pw.IntegerField(verbose_name="延长（工作日）")
    reason = pw.TextField(verbose_name="延期原因")
    progress = pw.TextField(default="", verbose_name="目前进展")
    next_step = pw.TextField(default="", verbose_name="下一步")
    was_due_on = pw.DateField(verbose_name="原答复期限")
    decided_at = pw.DateTimeField(null=True, index=True, verbose_name="批准时间")
    decided_by = pw.CharField(max_length=60, default="", verbose_name="批准人")
    granted = pw.BooleanField(null=True, verbose_name="同意延期")
    answer = pw.TextField(default="", verbose_name="批准意见")
    due_on = pw.DateField(null=True, verbose_name="新答复期限")
    told_at = pw.DateTimeField(null=True, verbose_name="告知时间")
    told_by = pw.CharField(max_length=40, default="", verbose_name="告知人")
    told_how = ChoiceField(ContactWay, null=True, verbose_name="告知方式")
    told_words = pw.TextField(default="", verbose_name="对方怎么说")

    class Meta:
        constraints = (
            pw.Check("days >= 1"),
            pw.Check("reason <> ''"),
            pw.Check("(decided_at IS NULL) = (granted IS NULL)"),
            pw.Check("(granted IS 1) = (due_on IS NOT NULL)"),
            pw.Check("told_at IS NULL OR granted IS 1"),
            pw.Check("(told_at IS NULL) = (told_how IS NULL)"),
        )


# One at a time of each.
Pause.add_index(
    Pause.index(Pause.case, unique=True, where=Pause.resumed_at.is_null(), name="one_pause")
)
Extension.add_index(
    Extension.index(
        Extension.case, unique=True, where=Extension.decided_at.is_null(), name="one_request"
    )
)
