"""What a bar opens, held against what it says."""

from datetime import date

from app.cases.case_list import count
from app.statistics.counted import GoneTo
from app.statistics.records import Tally


def why_fewer(tally: Tally, today: date) -> str:
    """A case that was concluded twice was counted twice, and is listed once; empty for others."""
    if isinstance(tally.opens, GoneTo):
        return ""
    listed = count(tally.opens, today)
    if listed == tally.number:
        return ""
    return f"统计是 {tally.number} 次，名单上是 {listed} 件：重办的件每办结、评价一次计一次。"
