import pytest

from aip.stated_dates import one_within_the_other, read_stated_date


@pytest.mark.parametrize(
    ("stated", "earliest", "latest"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-10-15", "2025-10-15", "2025-10-15"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2026-01/2026-06", "2026-01-01", "2026-06-30"),
    ],
)
def test_earliest_and_latest_day(stated, earliest, latest):
    assert [str(day) for day in read_stated_date(stated)] == [earliest, latest]


@pytest.mark.parametrize(
    "stated", ["", "2025-02-30", "2025-13", "25", "2025-1", "2026/2025", "1/2/3", "0000", "2025-10-15 "]
)
def test_what_is_no_date_is_refused(stated):
    with pytest.raises(ValueError, match="“"):
        read_stated_date(stated)


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("2025", "2025-10-15", True),
        ("2025-10-15", "2025-10", True),
        ("2025-10", "2025-09", False),
        ("2025-06/2029", "2030", False),
        ("2025~", "2025", True),
    ],
)
def test_a_less_precise_date_holds_the_other(one, other, within):
    assert one_within_the_other(one, other) is within
