"""Beside the desk's list: who came today, and how many came and were helped, month by month."""

from collections.abc import Sequence

from app.desk.trend import Trend
from app.receptions import ReceptionRow
from app.visits.cards import Card
from models.choices import VisitStatus
from ui.home.acts import next_of_reception
from ui.kit.entries import Entry, EntryList
from ui.kit.line_chart import LineChart, Series
from ui.kit.panel import Panel
from ui.kit.style import Tone
from ui.kit.text import Saying, quiet

MOST = 3


class Beside(Panel):
    """Of today's receptions the newest, one press from becoming cases; then the chart."""

    def __init__(self) -> None:
        super().__init__()
        self.receptions = EntryList(name="今日接待")
        self.none = quiet("今天还没有人来问事。")
        self.part = self.section("今日接待")
        self.part.add(self.receptions)
        self.part.add(self.none, inset=True)
        self.visits = EntryList(name="今日上门")
        self.visiting = self.section("今日上门")
        self.visiting.add(self.visits)
        self.chart = LineChart()
        self.trend = self.section("收件与办结", self.chart, note="近 12 个月")
        self.said = Saying()
        self.trend.add(self.said, inset=True)

    def show_receptions(self, rows: Sequence[ReceptionRow]) -> None:
        entries = [
            Entry(
                row.asked.split("\n")[0],
                f"{row.at:%H:%M}　{row.person}，{row.ending.label}",
                act=next_of_reception(row),
                key=row,
            )
            for row in rows[:MOST]
        ]
        self.receptions.set_entries(entries)
        self.receptions.setVisible(bool(entries))
        self.none.setVisible(not entries)
        self.part.note.say(f"{len(rows)} 人次" if rows else "")

    def show_visits(self, cards: Sequence[Card]) -> None:
        """Those still to be gone to, by the hour, then the others; a day without any does not
        speak of them."""
        first = sorted(cards, key=lambda one: one.status is not VisitStatus.PLANNED)
        entries = [
            Entry(
                f"{one.starts_at:%H:%M}　{one.person}，{one.village}",
                "　".join((one.matter, one.team)),
                mark=one.status.label if one.status is not VisitStatus.PLANNED else "",
                tone=Tone.VISIT,
                key=one.id,
            )
            for one in first[:MOST]
        ]
        if len(cards) > MOST:
            entries.append(Entry(f"还有 {len(cards) - MOST} 户", act="看全部"))
        self.visits.set_entries(entries)
        self.visiting.setVisible(bool(entries))
        self.visiting.note.say(f"{len(cards)} 户" if cards else "")

    def show_trend(self, trend: Trend) -> None:
        self.chart.show_lines(
            [f"{month.month}月" for month in trend.months],
            (
                Series("收件", trend.received, Tone.PRIMARY),
                Series("办结", trend.completed, Tone.GOOD, dashed=True),
            ),
        )
        fewer = trend.fewer
        if fewer > 0:
            # Falling numbers are what the window is for: the ordinary counters took over.
            self.said.say(f"近 3 个整月少收 {fewer} 件，更好办了", Tone.GOOD, "trending-down")
        self.said.setVisible(fewer > 0)
