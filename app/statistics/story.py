"""What the figures say, in plain sentences.

Fewer cases are good news where people did not run more before they came: then the ordinary
counters took over.
"""

from dataclasses import dataclass

from app.desk.trend import fewer_of_late
from app.month.measures import Share
from app.month.period import in_words
from app.statistics.records import Since, Statistics

NOTHING = "这段时间没有反映件。没有人来，也是好消息。"


@dataclass(frozen=True)
class Sentence:
    text: str
    good: bool = False


def share(one: Share) -> str:
    """14/15（93.3%）"""
    return f"{one.part}/{one.whole}（{one.percent}）"


def story(seen: Statistics) -> tuple[Sentence, ...]:
    if not seen.received and not seen.concluded:
        found = [Sentence(NOTHING, good=True)]
    else:
        found = [Sentence(_came_and_went(seen))]
    if seen.since:
        found.append(_since(seen.since, whole=seen.since.first == seen.span.first))
    told = any(one.good for one in found) or (seen.since and seen.since.fewer > 0)
    if not told and (fewer := _fewer_of_late(seen)) > 0:
        found.append(Sentence(f"近 3 个整月比前 3 个月少收 {fewer} 件，更好办了。", good=True))
    return (*found, *([Sentence(more)] if (more := _more(seen)) else []))


def _came_and_went(seen: Statistics) -> str:
    said = f"收 {seen.received} 件，办结 {seen.concluded} 件"
    if seen.due.whole:
        said += f"；到期的里按时办结 {share(seen.due)}"
    return f"{said}。"


def _since(one: Since, *, whole: bool) -> Sentence:
    when = "" if whole else f"{in_words(one.first)}以来"
    if one.fewer > 0:
        told = f"{when}比去年同期少 {one.fewer} 件（{one.before}→{one.now}）"
        if one.ran_more:
            trips = f"平均 {one.ran_before:.1f}→{one.ran:.1f} 次"
            return Sentence(f"{told}，来之前却多跑了（{trips}），要查是不是有人还没来反映。")
        return Sentence(f"{told}，常规窗口更好办了。", good=True)
    if one.fewer < 0:
        return Sentence(f"{when}比去年同期多 {-one.fewer} 件（{one.before}→{one.now}）。")
    return Sentence(f"{when}和去年同期一样，都是 {one.now} 件。")


def _fewer_of_late(seen: Statistics) -> int:
    """Of a stretch that is still running: its last month is not whole."""
    months = [one.received.number for one in seen.months]
    return fewer_of_late(months[:-1]) if seen.span.after.day > 1 else 0


def _more(seen: Statistics) -> str:
    parts = []
    first = seen.causes[0]
    if first.received.number:
        parts.append(f"成因最多的是“{first.name}”，{first.received.number}/{seen.received}")
    if seen.trips.saved > 0:
        parts.append(f"群众少跑 {seen.trips.saved} 次")
    if seen.opinions.share.whole:
        parts.append(f"满意 {share(seen.opinions.share)}")
    return f"{'；'.join(parts)}。" if parts else ""
