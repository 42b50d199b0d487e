"""How the settings of the mailbox are written as JSON."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.errors import Invalid
from models.choices import MailSecurity
from ui.command_line.reading import Reading
from ui.command_line.said import wall
from ui.command_line.values import Convert, code, several, text, whole

_addresses = several(text)


def _lines(value: Any) -> str:
    return "\n".join(_addresses(value))


SETTINGS: Mapping[str, Convert] = {
    "address": text,
    "account": text,
    "sender": text,
    "server": text,
    "port": whole,
    "security": code(MailSecurity),
    "authority": text,
    "to": _lines,
    "subject": text,
    "text": text,
}


def read_settings(raw: Mapping[str, Any], clock: datetime) -> dict[str, Any]:
    reading = Reading(wall(clock))
    said = reading.values(raw, SETTINGS)
    if reading.found:
        raise Invalid(reading.found)
    return said
