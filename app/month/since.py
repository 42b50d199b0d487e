"""Since when anything has been kept: what lies before is unknown, not nothing."""

from datetime import date

from peewee import fn

from models import Case, Reception


def first_record() -> date | None:
    moments = [
        Case.select(fn.MIN(Case.received_at)).scalar(),
        Reception.select(fn.MIN(Reception.at)).scalar(),
    ]
    return min((one.date() for one in moments if one), default=None)
