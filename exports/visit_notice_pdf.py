"""上门预约告知: who comes when and what for, in print that old eyes can read."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.visits import VisitNotice
from exports.kit.form import Form, listed
from exports.kit.grid import COLUMNS, Grid
from exports.kit.heads import letter_head
from exports.kit.marks import stamps
from exports.kit.page import Sheet, roomiest, write_sheet
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Gap, Headed, Together
from exports.kit.prose import Prose, Style, numbered, strong
from exports.kit.words import day, full_day, wording
from exports.receipt_pdf import LARGE

TITLE = "上门预约告知"
_NAME = 5  # columns of a label
_SIZES = (20, 19, 18, 17, 16)


def write_visit_notice(notice: VisitNotice, path: Path) -> None:
    """On A4: 20 points where the words leave room, never below 16."""
    write_sheet(roomiest(lambda size: _notice(notice, size), _SIZES), path)


def _notice(notice: VisitNotice, size: float) -> Sheet:
    centre = notice.centre
    style = Style(size, 1.5, "left")
    head = Prose(wording("visits", "notice.open"), style)
    story: list[Piece] = [
        *stamps(notice.reissue, notice.voided, 12),
        letter_head(f"{centre.name}{centre.window}", TITLE, f"上门编号　{notice.number}"),
        Prose(f"{strong(notice.addressee)}：", style),
        Headed(head, _facts(notice, size)),
        Gap(2 * mm),
        Prose(numbered(_steps(notice)), Style(size, 1.45, hang=1.3)),
        Gap(2 * mm, growth=1),
        _end(notice, size),
    ]
    return Sheet(
        title=f"{TITLE} {notice.number}",
        author=centre.name,
        story=story,
        paper=LARGE,
        again=(Prose(f"{TITLE}（续页）　{notice.number}", Style(16, 1.8, "left")),),
        void="作废" if notice.voided else "",
    )


def _facts(notice: VisitNotice, size: float) -> Grid:
    """The time is the largest of it."""
    form, span = Form(size, lead=1.35, least=11 * mm), COLUMNS - _NAME
    told = (
        ("谁来", "、".join(notice.crew)),
        ("办什么", notice.matter),
        ("到哪里", notice.place),
        ("请准备", notice.papers),
    )
    larger = Form(size + 5, lead=1.35)
    return Grid(
        (
            form.row(form.label("时间", _NAME), larger.value(strong(_when(notice)), span)),
            *(
                form.row(form.label(name, _NAME), listed(form, said, span))
                for name, said in told
                if said
            ),
        )
    )


def _when(notice: VisitNotice) -> str:
    hour = f"{notice.at.hour}时{notice.at.minute:02d}分左右" if notice.at else ""
    return f"{full_day(notice.on)}\n{notice.half.label}{hour}"


def _steps(notice: VisitNotice) -> list[str]:
    """What the centre promises, how one knows who comes, whom to call."""
    phone = notice.centre.phone
    call = "notice.call" if phone else "notice.call.no_phone"
    called = wording("visits", call, phone=strong(phone))
    steps = wording("visits", "notice.steps", call=called).split("\n")
    return [*filter(None, notice.promises.splitlines()), *steps]


def _end(notice: VisitNotice, size: float) -> Piece:
    centre = notice.centre
    calls = [f"监督电话　{strong(centre.supervision)}", f"经办人　{notice.handled_by}"]
    if centre.phone:
        calls.insert(0, f"有事打　　{strong(centre.phone)}")
    seal = f"{centre.name}\n{wording('receipt', 'seal')}\n{day(notice.issued_at)}"
    left = Prose("\n".join(calls), Style(size, 1.45, "left"))
    where = [Prose(f"窗口地址　{centre.address}", Style(16, 1.4, "left"))] if centre.address else []
    return Together(
        (Beside((left, Prose(seal, Style(16, 1.6, "center"))), (84, 84)), Gap(2 * mm), *where)
    )
