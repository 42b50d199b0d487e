"""What of a case stands in one of two columns."""

import peewee as pw

from models import Case, Matter

MATTER = pw.fn.COALESCE(Matter.name, Case.matter_text)
# Who is served (服务对象).
SERVED = pw.fn.COALESCE(Case.beneficiary, Case.applicant)
