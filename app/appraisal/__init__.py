"""How units did in a quarter (考核): points out of events, by rules, each open to appeal."""

from app.appraisal.appraise import Appraisal, UnitScore, appraise
from app.appraisal.points import Point, PointState
from app.appraisal.quarter import Quarter

__all__ = ["Appraisal", "Point", "PointState", "Quarter", "UnitScore", "appraise"]
