"""Which module writes which paper.

Imported where a paper is written: reportlab and the fonts take a while.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from exports.receipt_pdf import write_receipt
from exports.register_pdf import write_register
from models.choices import PaperKind

WRITERS: Mapping[PaperKind, Callable[[Any, Path], None]] = {
    PaperKind.RECEIPT: write_receipt,
    PaperKind.REGISTER: write_register,
}
