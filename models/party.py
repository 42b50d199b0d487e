"""Persons and organisations, in one table: whoever asks, is served, or stands in for another."""

import peewee as pw

from models.base import ChoiceField, Record
from models.choices import IdKind, PartyKind
from models.directory import Village


class Party(Record):
    kind = ChoiceField(PartyKind, default=PartyKind.PERSON, verbose_name="类别")
    name = pw.CharField(max_length=60, index=True, verbose_name="姓名")
    # As typed or read from the card, where that used private codes; empty where it is the same.
    name_raw = pw.CharField(max_length=60, default="", verbose_name="姓名原码")
    initials = pw.CharField(max_length=400, default="", verbose_name="拼音首字母")
    id_kind = ChoiceField(IdKind, default=IdKind.RESIDENT, verbose_name="证件类型")
    id_number = pw.CharField(max_length=30, default="", index=True, verbose_name="证件号")
    phone = pw.CharField(max_length=30, default="", index=True, verbose_name="电话")
    village = pw.ForeignKeyField(
        Village, null=True, on_delete="RESTRICT", backref="parties", verbose_name="村社"
    )
    village_text = pw.CharField(max_length=40, default="", verbose_name="村社（未列入）")
    address = pw.CharField(max_length=120, default="", verbose_name="住址")
    needs = pw.CharField(max_length=80, default="", verbose_name="群体")  # codes, comma between

    class Meta:
        constraints = (pw.Check("length(trim(name)) > 0"),)
