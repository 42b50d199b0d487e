"""The quarter's appraisal as it goes on paper."""

from datetime import datetime

from app.appraisal.appraise import Appraisal
from app.directory import Who
from app.papers.on_paper import centre_on_paper
from app.sheets.appraisal import AppraisalSheet


def appraisal_sheet(appraisal: Appraisal, who: Who, now: datetime) -> AppraisalSheet:
    quarter = appraisal.quarter
    return AppraisalSheet(
        centre=centre_on_paper(),
        number=f"KH{quarter.year}-{quarter.number}",
        issued_at=now,
        handled_by=who.name,
        appraisal=appraisal,
    )
