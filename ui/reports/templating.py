"""What the sheet of the superior's template has the worker do."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.directory import Who
from app.month import MonthlyReport, record_export, report_month
from app.progress import Tick


@dataclass(frozen=True)
class Checked:
    """A template that was looked into, and what it asks for that nobody knows, in one sentence."""

    path: Path
    wrong: str


def check(template: Path, report: MonthlyReport) -> Checked:
    from exports.monthly_template import wrong_in

    return Checked(template, wrong_in(template, report))


def fill(
    first: date,
    template: Path,
    path: Path,
    who: Who,
    now: datetime,
    tick: Tick,
) -> Path:
    """Masked, as the month goes up; and at once on record that it was written."""
    from exports.monthly_template import fill_template

    tick(0, 1)
    report = report_month(first.year, first.month, now)
    fill_template(report, template, path, tick)
    record_export(report, path.name, who, now)
    return path


def sample(report: MonthlyReport, path: Path) -> Path:
    from exports.template_sample import write_sample

    write_sample(report, path)
    return path
