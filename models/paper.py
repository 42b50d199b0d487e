"""Papers that were issued, files that were attached, and reports that were made."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import PaperKind
from models.month import MonthLock


class Paper(Record):
    """One issue of a paper; a reprint is a row of its own."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="papers", verbose_name="办件")
    kind = ChoiceField(PaperKind, verbose_name="文书")
    # Which of several of its kind it is about: a share, an extension, a meeting; 0 where there
    # is but one.
    about = pw.IntegerField(default=0, verbose_name="对应记录")
    number = pw.CharField(max_length=60, verbose_name="文书编号")
    times = pw.IntegerField(default=0, verbose_name="第几次补打")  # 0: first issue
    issued_at = pw.DateTimeField(verbose_name="出具时间")
    issued_by = pw.CharField(max_length=40, verbose_name="出具人")
    voided_at = pw.DateTimeField(null=True, verbose_name="作废时间")
    voided_by = pw.CharField(max_length=40, default="", verbose_name="作废人")
    void_reason = pw.CharField(max_length=200, default="", verbose_name="作废原因")

    class Meta:
        indexes = ((("number", "kind", "times"), True),)
        constraints = (pw.Check("(voided_at IS NULL) = (void_reason = '')"),)


class Attachment(Record):
    """A file kept beside the store under the hash of what it holds."""

    case = pw.ForeignKeyField(
        Case, on_delete="RESTRICT", backref="attachments", verbose_name="办件"
    )
    name = pw.CharField(max_length=120, verbose_name="文件名")
    sha256 = pw.CharField(max_length=64, index=True, verbose_name="校验值")
    size = pw.IntegerField(verbose_name="大小")
    added_at = pw.DateTimeField(verbose_name="添加时间")
    added_by = pw.CharField(max_length=40, verbose_name="添加人")
    voided_at = pw.DateTimeField(null=True, verbose_name="作废时间")
    voided_by = pw.CharField(max_length=40, default="", verbose_name="作废人")


class MonthExport(Record):
    """A monthly workbook that was made: which, by whom, with which rows, masked or in full."""

    month = pw.DateField(index=True, verbose_name="月份")  # its first day
    made_at = pw.DateTimeField(verbose_name="生成时间")
    made_by = pw.CharField(max_length=40, verbose_name="生成人")
    full = pw.BooleanField(default=False, verbose_name="未遮盖")
    cases = pw.IntegerField(verbose_name="台账件数")
    checksum = pw.CharField(max_length=64, verbose_name="校验值")
    file_name = pw.CharField(max_length=120, verbose_name="文件名")
    # The version of the closed month it was made of; none where the month was still open.
    lock = pw.ForeignKeyField(
        MonthLock, null=True, on_delete="RESTRICT", backref="exports", verbose_name="封账版本"
    )
