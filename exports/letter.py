"""The form all notices share: head, addressee, body, seal, and the slip that proves delivery."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.notices import Notice
from exports.kit.form import Form, listed
from exports.kit.grid import COLUMNS, Grid
from exports.kit.heads import letter_head, signed
from exports.kit.marks import Cut, stamps
from exports.kit.page import LETTER, Sheet, roomiest, write_sheet
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Closed, Gap, Slot, Together
from exports.kit.prose import Prose, Style, ticks
from exports.kit.words import day, wording

_WAYS = ("当面", "上门", "邮寄", "代收")
_SIZES = (15, 14.5, 14, 13.5, 13, 12.5, 12)
_NAME = 4  # columns of a label


@dataclass(frozen=True)
class Letter:
    """A notice being set in one type size; the size is lowered until it fits on a page."""

    notice: Notice
    size: float

    @property
    def form(self) -> Form:
        return Form(self.size - 2, lead=1.45, least=9 * mm)

    def prose(self, text: str) -> Prose:
        return Prose(text, Style(self.size, 1.7, indent=2))

    def wording(self, section: str, **values: str) -> Prose:
        """Paragraphs of notices.txt; every notice names its case the same way."""
        notice = self.notice
        received = day(notice.received_on)
        said = wording("notices", section, received=received, matter=notice.matter, **values)
        return self.prose(said)

    def facts(self, *pairs: tuple[str, str | Sequence[str]]) -> Grid:
        """A ruled list of what is known, without what is not; several texts are numbered."""
        form, span = self.form, COLUMNS - _NAME
        return Grid(
            [
                form.row(form.label(name, _NAME), listed(form, told, span))
                for name, told in pairs
                if told
            ]
        )


Body = Callable[[Letter], Sequence[Piece]]


def write_letter(
    notice: Notice, title: str, body: Body, path: Path, tail: Sequence[Piece] = ()
) -> None:
    """The last piece of the body stays on the page of the seal: no seal stands alone."""
    write_sheet(
        roomiest(lambda size: _letter(Letter(notice, size), title, body, tail), _SIZES), path
    )


def _letter(letter: Letter, title: str, body: Body, tail: Sequence[Piece]) -> Sheet:
    notice, centre = letter.notice, letter.notice.centre
    *pieces, last = body(letter)
    seal = signed(centre.name, day(notice.issued_at), "（印章）", letter.size)
    number = f"编号　{notice.number}　　反映事项编号　{notice.case_number}"
    story = (
        *stamps(notice.reissue, notice.voided),
        letter_head(f"{centre.name}{centre.window}", title, number),
        Prose(f"{notice.addressee}：", Style(letter.size, 1.7, "left")),
        *pieces,
        Closed(last, Together((seal, Prose(_contact(notice), Style(11, 1.6, "left"))))),
        Gap(3 * mm, growth=1),
        _delivery(notice),
        *tail,
    )
    return Sheet(
        title=f"{title} {notice.number}",
        author=centre.name,
        story=story,
        paper=LETTER,
        foot=notice.number,
        again=(Prose(f"{title}（续）　{notice.number}", Style(10.5, 2.0, "left")),),
        void="作废" if notice.voided else "",
    )


def _contact(notice: Notice) -> str:
    """Whom to ask and whom to complain to, and where the window is."""
    centre = notice.centre
    calls = [f"经办人：{notice.handled_by}"]
    if centre.phone:
        calls.append(f"电话：{centre.phone}")
    calls.append(f"监督电话：{centre.supervision}")
    lines = ["　".join(calls)]
    if centre.address:
        hours = f"（{centre.hours}）" if centre.hours else ""
        lines.append(f"地址：{centre.address}{hours}")
    return "\n".join(lines)


def _delivery(notice: Notice) -> Piece:
    slots = (Slot("收件人签名或按指印"), Slot("日期"), Slot("送达人"))
    said = f"{wording('notices', 'delivery')}\n送达方式：{ticks(_WAYS)}"
    return Together(
        (
            Cut(f"送达签收（由窗口留存）　{notice.number}", 6 * mm),
            Prose(said, Style(10.5, 1.6, "left")),
            Beside(slots, (1.5, 1, 1), 5 * mm),
        )
    )
