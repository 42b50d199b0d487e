"""What comes out of the printer, read back from a printer that prints into a file."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from app.errors import AppError
from app.papers.kinds import sheet_to_issue
from models.choices import PaperKind
from tests.makers import NOW, case, centre, somebody
from ui.kit.leaves import leaves_of
from ui.kit.printers import put_on_paper
from ui.papers.layouts import LAYOUTS, draw, remembered


@pytest.fixture
def opened(desk):
    centre(phone="0570-0001234")
    return case()


@pytest.fixture
def device(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def drawn(case_id, layout):
    return draw(sheet_to_issue(case_id, PaperKind.RECEIPT, somebody(), NOW), layout)


def pages(device):
    """What came out, page by page."""
    return leaves_of(Path(device.outputFileName()))


def rows(leaf):
    """Its rows of pixels at a width of 800, each as bytes of grey."""
    grey = leaf.picture(800).convertToFormat(QImage.Format.Format_Grayscale8)
    return [bytes(grey.constScanLine(row))[:800] for row in range(grey.height())]


def darkness(leaf):
    """From 0, white, to 1: the share of ink."""
    grey = rows(leaf)
    return 1 - sum(map(sum, grey)) / (len(grey) * 800 * 255)


def printed_on(leaf):
    """The part of the page that has ink: from where to where, across and down."""
    dark = [(down, row) for down, row in enumerate(rows(leaf)) if min(row) < 150]
    across = [x for _, row in dark for x in (first(row), 799 - first(row[::-1]))]
    return min(across), max(across), dark[0][0], dark[-1][0]


def first(row):
    return next((x for x, grey in enumerate(row) if grey < 150), 400)


@pytest.mark.parametrize("layout", LAYOUTS[PaperKind.RECEIPT], ids=lambda one: one.key)
def test_every_layout_is_printed_in_its_size_and_not_blank(device, opened, layout):
    leaves = leaves_of(drawn(opened.id, layout).pdf)
    put_on_paper(device, leaves)
    (page,) = pages(device)
    assert page.size.width() == pytest.approx(leaves[0].size.width(), abs=2)
    assert page.size.height() == pytest.approx(leaves[0].size.height(), abs=2)
    assert darkness(page) == pytest.approx(darkness(leaves[0]), rel=0.2)
    assert darkness(page) > 0.02


def test_it_is_printed_where_it_stood_in_the_preview(device, opened):
    """Neither moved nor shrunk by the printer's own margins."""
    leaves = leaves_of(drawn(opened.id, remembered(PaperKind.RECEIPT, "a5")).pdf)
    put_on_paper(device, leaves)
    assert printed_on(pages(device)[0]) == pytest.approx(printed_on(leaves[0]), abs=4)


def test_copies_are_printed_one_after_another(device, opened):
    leaves = leaves_of(drawn(opened.id, remembered(PaperKind.RECEIPT, "a5")).pdf)
    put_on_paper(device, leaves, copies=3)
    assert len(pages(device)) in (1, 3)  # one where the printer itself makes the copies
    assert device.copyCount() * len(pages(device)) == 3


def test_all_pages_of_a_long_form_are_printed(device, opened):
    sheet = sheet_to_issue(
        case(problem="妻子车祸致残，没法到场。" * 120).id, PaperKind.REGISTER, somebody(), NOW
    )
    leaves = leaves_of(draw(sheet, remembered(PaperKind.REGISTER, "")).pdf)
    put_on_paper(device, leaves)
    assert len(pages(device)) == len(leaves) >= 2


def test_what_cannot_be_put_on_record_is_not_printed(device, opened):
    leaves = leaves_of(drawn(opened.id, remembered(PaperKind.RECEIPT, "")).pdf)

    def locked():
        raise AppError("数据正被别的程序占用。")

    with pytest.raises(AppError, match="占用"):
        put_on_paper(device, leaves, begun=locked)
    assert all(darkness(page) == 0 for page in pages(device))
    put_on_paper(device, leaves)  # and the printer is free for the next
    assert darkness(pages(device)[0]) > 0.02
