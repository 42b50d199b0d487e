"""The journey as a person starts it; what it leaves is read by other libraries."""

import os
import subprocess
import sys

import pdfplumber
import pytest
from openpyxl import load_workbook
from PIL import Image

import run

pytestmark = pytest.mark.slow
PICTURES = (
    "welcome",
    "who",
    "desk",
    "intake-empty",
    "intake",
    "receipt-preview",
    "found",
    "case",
    "report",
    "desk-later",
    "intake-next",
    "cases",
    "visits",
    "report-later",
    "settings",
)


def journey(out, before="pass"):
    """With a line of Python before it, for a journey that meets trouble."""
    code = f"import sys; from ui import journey; {before}; sys.exit(journey.main())"
    return subprocess.run(
        [sys.executable, "-c", code, "--out", str(out)],
        cwd=run.ROOT,
        env=os.environ | run.OFFSCREEN,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def left_by_a_journey(out):
    """Pictures of every page, a receipt that can be read, a workbook with the month."""
    pictures = sorted(path.name for path in out.glob("*.png"))
    assert pictures == [f"{place:02}-{name}.png" for place, name in enumerate(PICTURES, 1)]
    for name in pictures:
        with Image.open(out / name) as image:
            assert image.size == (1366, 768)
            assert len(image.convert("RGB").getcolors(2**24)) > 50, name
    with pdfplumber.open(out / "receipt.pdf") as receipt:
        told = "".join(page.extract_text() for page in receipt.pages)
    assert "受理回执" in told.replace(" ", "")
    assert "盛建军" in told
    assert "330111********0534" in told
    book = load_workbook(out / "month.xlsx")
    assert book["汇总"]["A1"].value == "2026年10月汇总"
    assert book["明细台账"]["B4"].value.startswith("BBC-云溪-202610")


def test_the_journey_is_done_and_leaves_its_pictures_paper_and_workbook(tmp_path):
    out = tmp_path / "全程 out"
    done = journey(out)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert all(line.startswith("✓ ") for line in lines)
    assert len(lines) == 9
    assert done.stderr == ""
    left_by_a_journey(out)


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        ("journey.typed.WORDS = journey.typed.WORDS[1:]", "✗ 登记以后应有 901 件，实有 900 件"),
        ("import app.demo; app.demo.fill = None", "✗ 演示数据：程序报告“'NoneType'"),
    ],
)
def test_a_journey_that_meets_trouble_says_so_and_fails(tmp_path, trouble, sentence):
    done = journey(tmp_path, trouble)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith(sentence)
    assert not (tmp_path / "receipt.pdf").exists()
