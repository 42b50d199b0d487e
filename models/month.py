"""Months that were closed, each version of each of them as it was."""

import peewee as pw

from models.base import Record


class MonthLock(Record):
    """A month as it was closed (封账): kept for ever, whatever came after."""

    month = pw.DateField(verbose_name="月份")  # its first day
    version = pw.IntegerField(verbose_name="第几版")
    locked_at = pw.DateTimeField(verbose_name="封账时间")
    locked_by = pw.CharField(max_length=40, verbose_name="封账人")
    program = pw.CharField(max_length=20, verbose_name="程序版本")
    checksum = pw.CharField(max_length=64, verbose_name="校验值")  # of the text that is frozen
    frozen = pw.BlobField(verbose_name="留存内容")  # compressed
    # The last line of each history that there was: what came since may change what was told.
    events = pw.IntegerField(verbose_name="办件经过记到")
    visit_changes = pw.IntegerField(verbose_name="上门经过记到")
    receptions = pw.IntegerField(verbose_name="接待记到")
    unlocked_at = pw.DateTimeField(null=True, verbose_name="解封时间")
    unlocked_by = pw.CharField(max_length=40, default="", verbose_name="解封人")
    unlocked_with = pw.CharField(max_length=140, default="", verbose_name="批准人")
    unlock_reason = pw.TextField(default="", verbose_name="解封原因")

    class Meta:
        indexes = ((("month", "version"), True),)
        constraints = (
            pw.Check("version >= 1"),
            pw.Check("(unlocked_at IS NULL) = (unlocked_by = '')"),
            pw.Check("(unlocked_at IS NULL) = (unlocked_with = '')"),
            pw.Check("(unlocked_at IS NULL) = (unlock_reason = '')"),
        )


MonthLock.add_index(
    MonthLock.index(
        MonthLock.month, unique=True, where=MonthLock.unlocked_at.is_null(), name="locked_once"
    )
)


class MonthStory(Record):
    """The month in words (情况说明), as the window wrote it instead of the draft."""

    month = pw.DateField(unique=True, verbose_name="月份")  # its first day
    text = pw.TextField(verbose_name="情况说明")
    edited_at = pw.DateTimeField(verbose_name="修改时间")
    edited_by = pw.CharField(max_length=40, verbose_name="修改人")
    drafted = pw.CharField(max_length=64, verbose_name="草稿校验值")  # of the draft of then

    class Meta:
        constraints = (pw.Check("text <> ''"),)
