"""Home visits as an iCalendar file (.ics, RFC 5545 and 5546), for one's own calendar."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vCalAddress, vDatetime

from app.sheets.visits import VisitEvent
from exports.files import replacing

_ZONE = "Asia/Shanghai"
_AHEAD = timedelta(hours=8)  # of UTC, and since 1991 without summer time
# Who asks for it has no mail address here; a name that ends so is nobody's (RFC 2606).
_NOBODY = "mailto:visits@bandecheng.invalid"


def write_visit_calendar(event: VisitEvent, path: Path) -> None:
    """One visit: it is taken into the calendar, or out of it where it is cancelled."""
    _write([event], "CANCEL" if event.cancelled else "PUBLISH", path)


def write_week_calendar(events: Sequence[VisitEvent], path: Path) -> None:
    """Many visits at once; what is cancelled among them is marked so, and calendars strike it."""
    _write(events, "PUBLISH", path)


def _write(events: Sequence[VisitEvent], method: str, path: Path) -> None:
    calendar = Calendar()
    calendar.add("prodid", "-//bandecheng//visits//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(_zone())
    for event in events:
        calendar.add_component(_component(event))
    with replacing(path) as draft:
        draft.write_bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Written out, so that no table of time zones is looked for: Windows has none."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1991, 9, 15))  # noqa: DTZ001  # of the wall clock
    standard.add("tzoffsetfrom", _AHEAD)
    standard.add("tzoffsetto", _AHEAD)
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", _ZONE)
    zone.add_component(standard)
    return zone


def _component(event: VisitEvent) -> Event:
    found = Event()
    found.add("uid", event.uid)
    found.add("sequence", event.sequence)
    # Given as it is written: to convert a time the library would look for a table of zones.
    found.add("dtstamp", vDatetime((event.told_at - _AHEAD).replace(microsecond=0, tzinfo=UTC)))
    for name, at in (("dtstart", event.starts_at), ("dtend", event.ends_at)):
        if at is not None:
            found.add(name, at, parameters={"TZID": _ZONE})
    found.add("summary", event.title)
    found.add("location", event.place)
    found.add("description", event.told)
    found.add("organizer", vCalAddress(_NOBODY), parameters={"CN": event.centre})
    found.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    found.add("class", "PRIVATE")
    return found
