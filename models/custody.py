"""Money and things held for a citizen (代管款物), and that they were given back."""

import peewee as pw

from models.base import Record
from models.case import Case


class Custody(Record):
    """What is held, by whom and before whose eyes; and to whom it was given back."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="custodies", verbose_name="办件")
    held_at = pw.DateTimeField(verbose_name="收存时间")
    fen = pw.IntegerField(default=0, verbose_name="金额（分）")
    purpose = pw.TextField(verbose_name="代管原因和用途")
    return_when = pw.TextField(verbose_name="什么时候退还")
    return_by = pw.DateField(null=True, verbose_name="退还期限")
    keeper = pw.CharField(max_length=40, verbose_name="保管人")
    witness = pw.CharField(max_length=120, verbose_name="见证人")
    returned_at = pw.DateTimeField(null=True, verbose_name="退还时间")
    returned_to = pw.CharField(max_length=120, default="", verbose_name="退还给谁")
    returned_by = pw.CharField(max_length=40, default="", verbose_name="退还经手人")
    return_witness = pw.CharField(max_length=120, default="", verbose_name="退还见证人")

    class Meta:
        constraints = (
            pw.Check("fen >= 0"),
            pw.Check("witness <> '' AND witness <> keeper"),
            pw.Check("(returned_at IS NULL) = (returned_to = '')"),
            pw.Check("(returned_at IS NULL) = (return_witness = '')"),
            pw.Check("returned_at IS NULL OR return_witness <> returned_by"),
        )


class HeldThing(Record):
    """One thing of those held."""

    custody = pw.ForeignKeyField(
        Custody, on_delete="RESTRICT", backref="things", verbose_name="代管款物"
    )
    name = pw.CharField(max_length=120, verbose_name="物品")
    count = pw.CharField(max_length=120, default="", verbose_name="数量")
    marks = pw.CharField(max_length=120, default="", verbose_name="特征或编号")
