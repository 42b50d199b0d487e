"""What the centre calls things itself, where the usual word is another one there."""

import peewee as pw

from models.base import Record


class Wording(Record):
    """A word of its own for one of a fixed list; one that is not in use is not offered any more."""

    list = pw.CharField(max_length=20, verbose_name="列表")
    code = pw.CharField(max_length=20, verbose_name="代码")
    label = pw.CharField(max_length=20, verbose_name="本中心叫法")
    active = pw.BooleanField(default=True, verbose_name="在用")

    class Meta:
        indexes = ((("list", "code"), True),)
        constraints = (pw.Check("label <> ''"),)
