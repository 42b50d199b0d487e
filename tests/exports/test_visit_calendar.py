"""The calendar of home visits, opened by another library than the one that wrote it."""

import zoneinfo
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import vobject
from icalendar.timezone.zoneinfo import ZONEINFO

from app.sheets.visits import VisitEvent
from exports.visit_calendar import write_visit_calendar, write_week_calendar
from tests.exports.samples import at

EVENT = VisitEvent(
    uid="1d7c0f6e-6c0e-5a53-9b0a-6a2f5b0c9e11",
    sequence=2,
    told_at=at("2026-11-18T09:40:12.345"),
    cancelled=False,
    starts_at=at("2026-11-20T09:30"),
    ends_at=at("2026-11-20T10:10"),
    title="急　业务上门　龚**　行动不便老人换领居民身份证，补照；加急, 今日; \\n",
    place="柳林村 3组27号",
    told="上门编号：SM20261118-001\n上门人员：陈浩（云溪派出所）、王芳（便民服务中心）",
    centre="云溪镇便民服务中心“办不成事”反映窗口",
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "上门.ics"


def opened(path):
    return vobject.readOne(path.read_bytes().decode("utf-8"))


def test_another_program_reads_what_was_meant(path):
    write_visit_calendar(EVENT, path)
    calendar = opened(path)
    event = calendar.vevent
    assert (calendar.version.value, calendar.method.value) == ("2.0", "PUBLISH")
    assert event.uid.value == EVENT.uid
    assert event.sequence.value == "2"
    assert event.status.value == "CONFIRMED"
    assert event.summary.value == EVENT.title
    assert event.location.value == EVENT.place
    assert event.description.value == EVENT.told
    assert event.organizer.params["CN"] == [EVENT.centre]


def test_the_hour_is_that_of_shanghai(path):
    write_visit_calendar(EVENT, path)
    event = opened(path).vevent
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Asia/Shanghai"]
    assert event.dtstart.value.utcoffset() == timedelta(hours=8)
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
    assert event.dtend.value.astimezone(UTC) == datetime(2026, 11, 20, 2, 10, tzinfo=UTC)
    assert event.dtstamp.value == datetime(2026, 11, 18, 1, 40, 12, tzinfo=UTC)


def test_the_zone_is_written_out_for_those_that_know_none(path):
    write_visit_calendar(EVENT, path)
    text = path.read_text("utf-8")
    zone = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")]
    assert "TZID:Asia/Shanghai" in zone
    assert "TZOFFSETTO:+0800" in zone
    assert "DAYLIGHT" not in zone


def test_a_cancelled_one_is_taken_out_again(path):
    write_visit_calendar(replace(EVENT, cancelled=True, sequence=3), path)
    calendar = opened(path)
    assert calendar.method.value == "CANCEL"
    assert calendar.vevent.status.value == "CANCELLED"
    assert calendar.vevent.uid.value == EVENT.uid
    assert calendar.vevent.sequence.value == "3"


def test_one_that_was_taken_off_the_plan_has_no_time(path):
    write_visit_calendar(replace(EVENT, cancelled=True, starts_at=None, ends_at=None), path)
    event = opened(path).vevent
    assert "dtstart" not in event.contents
    assert event.status.value == "CANCELLED"


def test_a_week_holds_every_visit_and_tells_which_were_cancelled(path):
    others = [replace(EVENT, uid=f"visit-{at}", cancelled=at == 1) for at in range(3)]
    write_week_calendar(others, path)
    calendar = opened(path)
    assert calendar.method.value == "PUBLISH"
    assert [one.uid.value for one in calendar.vevent_list] == ["visit-0", "visit-1", "visit-2"]
    marks = [one.status.value for one in calendar.vevent_list]
    assert marks == ["CONFIRMED", "CANCELLED", "CONFIRMED"]


def test_a_week_without_visits_is_a_calendar_too(path):
    write_week_calendar([], path)
    assert "vevent" not in opened(path).contents


def test_lines_are_as_long_as_the_standard_allows_and_end_as_it_wants(path):
    write_visit_calendar(replace(EVENT, told=EVENT.told * 9), path)
    raw = path.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert opened(path).vevent.description.value == EVENT.told * 9


def test_what_people_type_is_only_ever_words(path):
    typed = "甲\nEND:VEVENT\nBEGIN:VALARM\r\nX:1"
    write_visit_calendar(replace(EVENT, title=typed, centre='"a";b:c\nd'), path)
    calendar = opened(path)
    assert len(calendar.vevent_list) == 1
    assert "valarm" not in calendar.vevent.contents
    assert "END:VEVENT" in calendar.vevent.summary.value


def test_the_same_record_gives_the_same_bytes(path, tmp_path):
    write_visit_calendar(EVENT, path)
    write_visit_calendar(EVENT, tmp_path / "again.ics")
    assert path.read_bytes() == (tmp_path / "again.ics").read_bytes()


def test_no_table_of_time_zones_is_needed(monkeypatch, path):
    """Windows has none, and none travels with the program."""

    def missing(key):
        raise zoneinfo.ZoneInfoNotFoundError(key)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", missing)
    monkeypatch.setattr(ZONEINFO, "_utc", None)
    write_visit_calendar(EVENT, path)
    assert b"DTSTAMP:20261118T014012Z" in path.read_bytes()
