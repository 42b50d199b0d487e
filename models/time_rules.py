"""How long each thing may take: data of the centre, and every version of it is kept."""

import peewee as pw

from models.base import Record
from models.directory import Unit


class TimeRules(Record):
    """A version of the time rules; the newest counts, a case keeps the one it was made under.

    Working days everywhere, and null where the centre has no such rule (domain.md §3).
    """

    made_at = pw.DateTimeField(verbose_name="生效时间")
    made_by = pw.CharField(max_length=40, verbose_name="修改人")
    instant = pw.IntegerField(default=0, verbose_name="即办")
    general = pw.IntegerField(default=5, verbose_name="一般")
    complex = pw.IntegerField(default=10, verbose_name="复杂")
    special = pw.IntegerField(default=15, verbose_name="特殊")
    # Where set, it goes before the grade: what cannot be done is said sooner.
    cannot = pw.IntegerField(null=True, verbose_name="不能办")
    hard = pw.IntegerField(null=True, verbose_name="很难办")
    unwilling = pw.IntegerField(null=True, verbose_name="不给办")
    sign = pw.IntegerField(default=1, verbose_name="单位签收")
    contact = pw.IntegerField(default=0, verbose_name="签收后联系群众")
    inform = pw.IntegerField(default=1, verbose_name="办结后反馈")
    follow_up = pw.IntegerField(default=5, verbose_name="反馈后回访")
    rework = pw.IntegerField(default=5, verbose_name="差评整改")
    reopen = pw.IntegerField(default=30, verbose_name="办结后可重新办理")
    extension = pw.IntegerField(default=10, verbose_name="一次最多延期")
    extensions = pw.IntegerField(default=1, verbose_name="最多延期次数")
    cut_off = pw.IntegerField(default=17, verbose_name="延期申请截止（点）")
    returns = pw.IntegerField(default=2, verbose_name="第几次退单提级")

    class Meta:
        constraints = (
            pw.Check("instant >= 0 AND general >= 0 AND complex >= 0 AND special >= 0"),
            pw.Check("sign >= 0 AND contact >= 0 AND inform >= 0 AND follow_up >= 0"),
            pw.Check("rework >= 0 AND reopen >= 0 AND extension >= 0 AND extensions >= 0"),
            pw.Check("cut_off BETWEEN 0 AND 24 AND returns >= 1"),
        )


class UnitTime(Record):
    """A unit that has a time of its own for its share, in a version of the rules."""

    rules = pw.ForeignKeyField(
        TimeRules, on_delete="RESTRICT", backref="units", verbose_name="时限规则版本"
    )
    unit = pw.ForeignKeyField(Unit, on_delete="RESTRICT", backref="times", verbose_name="单位")
    days = pw.IntegerField(verbose_name="答复（工作日）")

    class Meta:
        indexes = ((("rules", "unit"), True),)
        constraints = (pw.Check("days >= 0"),)
