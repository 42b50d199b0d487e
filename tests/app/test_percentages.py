"""How a share is written: rightly rounded, and never all or nothing where it is not."""

import pytest

from app.month import Share


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (48, 49, "98.0%"),
        (1, 3, "33.3%"),
        (1, 8, "12.5%"),
        (1, 16, "6.3%"),  # 6.25: halves go up
        (1, 2000, "0.1%"),  # 0.05
        (1999, 2000, "99.9%"),  # 99.95
        (99_999, 100_000, "99.9%"),
        (1, 100_000, "0.1%"),
        (0, 7, "0.0%"),
        (7, 7, "100.0%"),
        (0, 0, ""),
        (None, 3, ""),
    ],
)
def test_a_percentage_is_rounded_rightly_and_not_said_to_be_all_or_nothing(part, whole, said):
    assert Share(part, whole).percent == said


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Share(99_999, 100_000), 0.999),
        (Share(1, 100_000), 0.001),
        (Share(7, 7), 1.0),
        (Share(0, 7), 0.0),
        (Share(1, 4), 0.25),
        (Share(9, 4), 2.25),
        (Share(9), 9),
        (Share(0, 0), None),
    ],
)
def test_a_cell_holds_what_its_format_can_round_without_a_lie(share, shown):
    assert share.shown == shown


def test_every_share_that_is_neither_is_written_as_neither():
    for whole in range(1, 400):
        for part in range(1, whole):
            assert Share(part, whole).percent not in {"0.0%", "100.0%"}
