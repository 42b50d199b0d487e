"""Whether what was counted by itself adds up to what the ledger lists."""

from app.month.report import MonthlyReport


def disagreements(report: MonthlyReport) -> tuple[str, ...]:
    """The names of what does not agree; none where all is well."""
    listed = len(report.ledger)
    counted = {
        "受理": report.figure("受理（件）").now.part,
        "成因×单位": report.cross.count(),
        **{
            f"按{one.name}": sum(line.received.now.part or 0 for line in one.lines)
            for one in report.breakdowns
        },
    }
    return tuple(name for name, number in counted.items() if number != listed)
