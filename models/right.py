"""Which acts the centre leaves to those in charge."""

import peewee as pw

from models.base import Record


class Reserved(Record):
    """An act that is for a leader or administrator here; every other act is everyone's."""

    act = pw.CharField(max_length=20, unique=True, verbose_name="环节")  # an Act's code
    since = pw.DateTimeField(verbose_name="起始时间")
    by = pw.CharField(max_length=40, verbose_name="设定人")
