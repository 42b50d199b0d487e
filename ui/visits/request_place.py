"""Block 3 of a request: where to, and when it suits."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.visits.draft import MOST_PEOPLE
from models.choices import HalfDay
from ui.kit.block import Block
from ui.kit.choice import Segments
from ui.kit.day_field import DayField
from ui.kit.editors import Line, Number
from ui.kit.person_lines import phone_line
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.style import CHOICE
from ui.kit.tick import Tick

LEAST = 360  # of a line that holds two days


class PlaceBlock(Block):
    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("3", "到哪里，什么时候")
        self.head.addStrut(CHOICE)  # level with the block beside it
        self.directions = Line(hint="怎么找到，例如 村委会往西 200 米，过桥第二家")
        self.village, self.address = (
            Pick(free=True, hint="哪个村"),
            Line(hint="在住址就空着；医院、亲戚家另填"),
        )
        self.phone = phone_line("空着就打上面的电话")
        self.people = Number(1, least=1, most=MOST_PEOPLE, unit="人")
        self.suits = Line(hint="例如 逢赶集不在家")
        self.half = Segments(HalfDay, optional=True, even=False)
        self.earliest, self.latest = DayField(today, hint="不写就不限"), DayField(today)
        self.urgent = Tick("优先排")
        self.add(self.row("directions", "怎么走", self.directions, hinted=False))
        village = self.row("village", "别处", self.village, hinted=False)
        address = self.row("address", "地址", self.address, hinted=False)
        self.add(self.line(village, address, shares=(40, 60)))
        phone = self.row("phone", "联系", self.phone)
        people = self.row("people", "人数", self.people)
        self.add(self.line(phone, people, shares=(60, 40)))
        suits = self.row("suits", "方便", self.suits, hinted=False)
        half = self.row("half", "半天", self.half, hinted=False)
        self.add(self.line(suits, half, shares=(60, 40)))
        earliest = self.row("earliest", "最早", self.earliest)
        latest = self.row("latest", "最晚", self.latest)
        self.keep("urgent", self.urgent)
        urgent = FieldRow("急办", self.urgent)
        self.add(self.line(earliest, latest, urgent, shares=(40, 40, 20), least=LEAST))

    def offer(self, villages: Sequence[tuple[str, str, str]]) -> None:
        self.village.set_items(villages)

    def fields(self) -> list[QWidget]:
        return [
            self.directions, self.village, self.address, self.phone, self.people, self.suits,
            self.half, self.earliest, self.latest, self.urgent,
        ]  # fmt: skip

    def unreadable(self) -> dict[str, str]:
        """What stands where a day should, and is none."""
        days = {"earliest": self.earliest, "latest": self.latest}
        return {name: said for name, day in days.items() if (said := day.problem())}
