"""The month: its figures, its ledger, and the record of the workbooks made of it."""

from app.month.breakdowns import Breakdown, BreakdownLine, Compared
from app.month.closed import Correction, Seal
from app.month.exported import ExportRow, list_exports, record_export
from app.month.issued import look_at_month, report_month, report_of
from app.month.ledger_row import LedgerRow, Standing
from app.month.measures import Measure, Share, Sort
from app.month.report import Cross, MonthCount, MonthlyReport
from app.month.terms import TERMS

__all__ = [
    "TERMS",
    "Breakdown",
    "BreakdownLine",
    "Compared",
    "Correction",
    "Cross",
    "ExportRow",
    "LedgerRow",
    "Measure",
    "MonthCount",
    "MonthlyReport",
    "Seal",
    "Share",
    "Sort",
    "Standing",
    "list_exports",
    "look_at_month",
    "record_export",
    "report_month",
    "report_of",
]
