"""What goes onto papers: frozen records, complete and masked, so that a paper decides nothing.

Named here is what most papers are made of; the sheets of one subject lie in its module.
"""

from app.sheets.centre import Centre, Material, Person, Reissue, Voided
from app.sheets.receipt import ReceiptSheet
from app.sheets.register import Handover, RegisterSheet, Step

__all__ = [
    "Centre",
    "Handover",
    "Material",
    "Person",
    "ReceiptSheet",
    "RegisterSheet",
    "Reissue",
    "Step",
    "Voided",
]
