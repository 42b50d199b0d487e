"""Pages as they will be printed."""

import io
import os
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from reportlab.pdfgen.canvas import Canvas

from ui.kit.paper import Fit, Paper

A5 = (420, 595)
OPEN = Path("/proc/self/fd")


@pytest.fixture
def pdf():
    """Three pages: a black square at the upper left of each, on the second a red one."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A5)
    for page in range(3):
        canvas.setFillColorRGB(1 if page == 1 else 0, 0, 0)
        canvas.rect(0, A5[1] - 100, 100, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def paper(shown):
    made = Paper("受理回执预览")
    shown(made)
    return made


def spot(paper, place, along, down):
    """The colour at a share of a page's width and height."""
    page = paper.places()[place].translated(0, -paper.verticalScrollBar().value())
    seen = paper.viewport().grab().toImage()
    x, y = page.left() + page.width() * along, page.top() + page.height() * down
    return QColor(seen.pixel(round(x), round(y))).name()


def test_the_pages_of_a_pdf_lie_under_one_another_as_wide_as_there_is_room(paper, pdf):
    paper.show_pdf(pdf)
    places = paper.places()
    assert len(places) == 3
    assert places[0].width() == pytest.approx(paper.viewport().width() - 32)
    assert places[0].height() / places[0].width() == pytest.approx(A5[1] / A5[0])
    assert (spot(paper, 0, 0.1, 0.05), spot(paper, 0, 0.6, 0.05)) == ("#000000", "#ffffff")


def test_the_other_pages_are_scrolled_to(paper, pdf):
    paper.show_pdf(pdf)
    paper.verticalScrollBar().setValue(round(paper.places()[1].top()))
    assert spot(paper, 1, 0.1, 0.05) == "#ff0000"
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_End)
    assert paper.verticalScrollBar().value() == paper.verticalScrollBar().maximum()


@pytest.mark.skipif(not OPEN.exists(), reason="elsewhere one does not see which files are open")
def test_a_file_that_is_looked_at_is_not_kept_open(paper, pdf, tmp_path):
    """Windows would let nobody write it again."""
    file = tmp_path / "回执.pdf"
    file.write_bytes(pdf)
    paper.show_pdf(file)
    assert len(paper.places()) == 3
    assert not any(os.path.samefile(one, file) for one in OPEN.iterdir() if one.exists())


def test_a_whole_page_fits_when_it_is_asked_to(paper, pdf):
    paper.show_pdf(pdf)
    paper.fit_to(Fit.PAGE)
    assert paper.places()[0].height() <= paper.viewport().height() - 32 + 0.01


def test_it_is_zoomed_with_the_keyboard_and_drawn_anew(paper, pdf):
    paper.show_pdf(pdf)
    before = paper.places()[0].width()
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert paper.places()[0].width() == pytest.approx(before * 1.25)
    assert paper.horizontalScrollBar().maximum() > 0
    QTest.keyClick(paper, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert paper.places()[0].width() == pytest.approx(before)


def test_pictures_are_shown_too(paper):
    red = QImage(40, 20, QImage.Format.Format_RGB32)
    red.fill(QColor("#b3261e"))
    paper.show_images([red])
    assert spot(paper, 0, 0.5, 0.5) == "#b3261e"


def test_what_is_no_pdf_is_said_at_once_and_not_while_painting(paper):
    with pytest.raises(pypdfium2.PdfiumError):
        paper.show_pdf(b"no pdf")
    assert not paper.grab().isNull()


def test_nothing_is_shown_after_clearing(paper, pdf):
    paper.show_pdf(pdf)
    paper.clear()
    assert paper.places() == []
    assert paper.verticalScrollBar().maximum() == 0
