import pytest

from tests.laws import source


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (source.clock_readings, "opened = datetime.datetime.now(UTC)"),
        (source.clock_readings, "desk = Desk(today=date.today)"),
        (source.clock_readings, "from time import time"),
        (source.clock_readings, "due = QDate.currentDate()"),
        (source.clock_readings, "SQL('CURRENT_TIMESTAMP')"),
        (source.caught_errors, "try:\n    save()\nexcept AppError:\n    pass"),
        (source.caught_errors, "try:\n    save()\nexcept:\n    pass"),
        (source.caught_errors, "try:\n    save()\nfinally:\n    close()"),
        (source.caught_errors, "with contextlib.suppress(OSError):\n    save()"),
        (source.sleeps, "time.sleep(1)"),
        (source.sleeps, "from time import sleep"),
        (source.sleeps, "qtbot.wait(100)"),
        (source.sleeps, "QTest.qWait(100)"),
        (source.foreign_words, "姓名 = 1"),
        (source.foreign_words, "# 姓名"),
        (source.foreign_words, 'def name():\n    """姓名"""'),
    ],
)
def test_a_broken_law_is_seen(check, bad):
    assert len(list(check(bad))) == 1


@pytest.mark.parametrize(
    ("check", "good"),
    [
        (source.clock_readings, "late = desk.now() > time(17) or due.today"),
        (source.caught_errors, "try:\n    save()\nexcept Invalid as invalid:\n    show(invalid)"),
        (source.sleeps, "qtbot.waitSignal(saved)\nprocess.wait()"),
        (source.foreign_words, "name = '姓名'  # the form calls it 姓名"),
    ],
)
def test_what_is_right_is_left_alone(check, good):
    assert list(check(good)) == []
