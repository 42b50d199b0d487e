"""The shares units have in a case: the one in the lead, those that help, those tried before."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import ShareState, UnitRole
from models.directory import Unit


class CaseUnit(Record):
    """A unit's share of a case: the one tried before, the one in the lead, those that help.

    A share that was returned (退单) stays: it is a part of the way the case went.
    """

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="units", verbose_name="办件")
    role = ChoiceField(UnitRole, verbose_name="角色")
    unit = pw.ForeignKeyField(
        Unit, null=True, on_delete="RESTRICT", backref="cases", verbose_name="单位"
    )
    name = pw.CharField(max_length=60, verbose_name="单位名称")  # as it was called then
    place = pw.IntegerField(default=0, verbose_name="次序")
    state = ChoiceField(ShareState, default=ShareState.PLANNED, verbose_name="进度")
    item = pw.TextField(default="", verbose_name="承办内容")
    sent_at = pw.DateTimeField(null=True, verbose_name="交办时间")
    sign_by = pw.DateField(null=True, verbose_name="签收期限")
    due_on = pw.DateField(null=True, verbose_name="答复期限")
    signed_at = pw.DateTimeField(null=True, verbose_name="签收时间")
    signed_by = pw.CharField(max_length=40, default="", verbose_name="签收人")
    contacted_at = pw.DateTimeField(null=True, verbose_name="联系群众时间")
    replied_at = pw.DateTimeField(null=True, verbose_name="答复时间")
    reply = pw.TextField(default="", verbose_name="答复内容")
    whole = pw.BooleanField(null=True, verbose_name="答复完整")
    basis_cited = pw.BooleanField(null=True, verbose_name="写明依据")
    returned_at = pw.DateTimeField(null=True, verbose_name="退单时间")
    return_reason = pw.TextField(default="", verbose_name="退单理由和依据")

    class Meta:
        constraints = (
            pw.Check("(state = 'planned') = (sent_at IS NULL)"),
            pw.Check("(state = 'returned') = (returned_at IS NOT NULL)"),
            pw.Check("(returned_at IS NULL) = (return_reason = '')"),
        )


# Of the shares that count: neither returned nor called off.
LIVING = CaseUnit.state.not_in((ShareState.RETURNED, ShareState.CALLED_OFF))
# A unit has a case once at a time, and a case one lead.
CaseUnit.add_index(
    CaseUnit.index(
        CaseUnit.case, CaseUnit.role, CaseUnit.name, unique=True, where=LIVING, name="share_once"
    )
)
CaseUnit.add_index(
    CaseUnit.index(
        CaseUnit.case,
        unique=True,
        where=(CaseUnit.role == UnitRole.LEAD) & LIVING,
        name="one_lead",
    )
)
CaseUnit.add_index(
    CaseUnit.index(
        CaseUnit.returned_at,
        where=CaseUnit.returned_at.is_null(is_null=False),
        name="returned",
    )
)
# What units did in a quarter is found without looking at every share there ever was.
for _moment in (CaseUnit.sent_at, CaseUnit.due_on, CaseUnit.replied_at):
    CaseUnit.add_index(
        CaseUnit.index(
            _moment,
            where=CaseUnit.sent_at.is_null(is_null=False),
            name=f"given_{_moment.name}",
        )
    )
