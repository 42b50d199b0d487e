"""The appraisal of units in a quarter, on paper."""

from dataclasses import dataclass

from app.appraisal import Appraisal
from app.sheets.centre import NumberedSheet


@dataclass(frozen=True, kw_only=True)
class AppraisalSheet(NumberedSheet):
    """All units and all their points; it may be printed as often as one likes."""

    appraisal: Appraisal
