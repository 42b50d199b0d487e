"""Warm time of a receipt against a bare reportlab page with the same words, fonts and QR code.

Every receipt of a round has other words, another name, number and code, so that nothing but
labels is known from the one before. The bare page is given its words already broken into lines,
draws each with one call, and is put on the disk in the same safe way.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pdfplumber

from app.sheets import ReceiptSheet
from exports.kit.fonts import BOLD, RARE, REGULAR
from exports.kit.marks import Code
from exports.kit.page import SLIP, opened
from exports.kit.piece import Page
from exports.receipt_pdf import (
    write_large_receipt,
    write_receipt,
    write_receipt_in_two_copies,
)
from tests.exports.samples import PLAIN

ROUNDS = 60
Row = tuple[str, float, float, str]  # face, left, height on the page, words


def measure() -> dict[str, float]:
    """Median milliseconds, and what each is to a bare page with the A5 receipt's own words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "receipt.pdf"
        pages = [(_rows(sheet, path), f"{sheet.code}B") for sheet in _others(0)]
        # Never seen before: no line of theirs is known from another paper.
        slips, pairs, larges = _others(1000), _others(2000), _others(3000)
        plain, bare, receipt, again, two, large = _warm_by_turns(
            [
                lambda at: _plain(pages[at][0], f"{pages[at][1]}C", path),
                lambda at: _bare(*pages[at], path),
                lambda at: write_receipt(slips[at], path),
                lambda _: write_receipt(PLAIN, path),
                lambda at: write_receipt_in_two_copies(pairs[at], path),
                lambda at: write_large_receipt(larges[at], path),
            ]
        )
    return {
        "bare_page_ms": bare,
        "bare_page_not_synced_ms": plain,
        "receipt_ms": receipt,
        "receipt_ratio": receipt / bare,
        "receipt_ratio_not_synced": receipt / plain,
        "receipt_again_ms": again,
        "two_copies_ms": two,
        "large_print_ms": large,
    }


def _others(first: int) -> list[ReceiptSheet]:
    return [_other(seed) for seed in range(first, first + ROUNDS + 1)]


def _other(seed: int) -> ReceiptSheet:
    """The sample with its characters in another order, and a number of its own."""
    chance = random.Random(seed)

    def mixed(text: str) -> str:
        return "".join(chance.sample(text, len(text)))

    return replace(
        PLAIN,
        number=f"BBC-云溪-20261118-{seed:04}",
        check_code=f"K{seed:05}",
        code=f"20261118-{seed:04}/K{seed:05}",
        applicant=replace(PLAIN.applicant, name=mixed("欧阳建国")),
        beneficiary=mixed("欧阳国建父亲卧床"),
        proxy=mixed("欧阳国建父亲卧床有委托书"),
        details=mixed(PLAIN.details),
        materials=tuple(replace(one, name=mixed(one.name)) for one in PLAIN.materials),
        received_by=mixed("王小芳"),
    )


def _rows(sheet: ReceiptSheet, path: Path) -> list[Row]:
    """The lines of the finished receipt, as another library reads them."""
    write_receipt(sheet, path)
    rows: dict[tuple[str, int], tuple[float, float, str]] = {}
    with pdfplumber.open(path) as pdf:
        for char in pdf.pages[0].chars:
            face = next(name for name in (BOLD, RARE, REGULAR) if name in char["fontname"])
            key = face, round(char["top"])
            left, high, words = rows.get(
                key, (char["x0"], pdf.pages[0].height - char["bottom"], "")
            )
            rows[key] = left, high, words + char["text"]
    return [(face, *row) for (face, _), row in rows.items()]


def _bare(rows: Sequence[Row], code: str, path: Path) -> None:
    with opened(path, (SLIP.width, SLIP.height), "bare", "bare") as page:
        _draw(rows, code, page)


def _plain(rows: Sequence[Row], code: str, path: Path) -> None:
    """The same as reportlab saves it: neither flushed to the disk nor renamed into place."""
    page = Page(path, (SLIP.width, SLIP.height), "bare", "bare")
    _draw(rows, code, page)
    page.save()


def _draw(rows: Sequence[Row], code: str, page: Page) -> None:
    for face, left, high, words in rows:
        page.setFont(face, 12)
        page.drawString(left, high, words)
    Code(code, 65).draw(page, 460, 400, 65)
    page.showPage()


def _warm_by_turns(writers: Sequence[Callable[[int], None]]) -> list[float]:
    """The median of each; turn by turn, so that what slows the machine slows all of them."""
    times: list[list[float]] = [[] for _ in writers]
    for write in writers:
        write(ROUNDS)
    for at in range(ROUNDS):
        for write, taken in zip(writers, times, strict=True):
            start = time.perf_counter()
            write(at)
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) * 1000 for taken in times]
