"""DC-30: document numbers are written one way only and counted without gaps."""

from xunion_desktop.documents.numbers import SpelledNumber, following, read_number, span_said, spelled


def test_number_is_spelled_with_full_width_brackets_and_no_leading_zero():
    assert spelled("兴工函", 2026, 38) == "兴工函〔2026〕38号"


def test_number_prints_itself():
    assert str(SpelledNumber("兴工发", 2026, 1)) == "兴工发〔2026〕1号"


def test_first_number_of_a_year_is_one():
    assert following(None) == 1


def test_next_number_follows_the_highest():
    assert following(37) == 38


def test_run_of_numbers_is_said_short():
    numbers = [SpelledNumber("兴工函", 2026, serial) for serial in (38, 39, 40)]
    assert span_said(numbers) == "兴工函〔2026〕38–40号"


def test_single_number_is_said_whole():
    assert span_said([SpelledNumber("兴工函", 2026, 38)]) == "兴工函〔2026〕38号"


def test_numbers_of_two_years_are_said_apart():
    numbers = [SpelledNumber("兴工函", 2026, 99), SpelledNumber("兴工函", 2027, 1)]
    assert span_said(numbers) == "兴工函〔2026〕99号、兴工函〔2027〕1号"


def test_numbers_that_do_not_follow_each_other_are_said_apart():
    numbers = [SpelledNumber("兴工函", 2026, serial) for serial in (41, 38, 39, 44, 39)]
    assert span_said(numbers) == "兴工函〔2026〕38–39、41、44号"


def test_a_number_is_read_as_it_was_spelled():
    assert read_number("兴工函〔2026〕38号") == SpelledNumber("兴工函", 2026, 38)
