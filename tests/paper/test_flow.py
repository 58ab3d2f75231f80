"""Which line stands on which page; at least two body lines stay with the signature."""

from hypothesis import given
from hypothesis import strategies as st

from xunion_desktop.paper.flow import Lines, Room, page_starts

ROOM = Room(first=16, later=22)


def lines(count, kept=None, headings=(), blanks=()):
    """So many lines of one row each, the last two kept with the signature."""
    return Lines([1.0] * count, headings, blanks, max(0, count - 2) if kept is None else kept)


def test_what_fits_is_one_page():
    assert page_starts(lines(11), 5, ROOM) == [0]


def test_a_page_is_filled_to_its_last_row():
    assert page_starts(lines(18), 5, ROOM) == [0, 16]


def test_a_third_page_begins_22_rows_after_the_second():
    assert page_starts(lines(42), 0, ROOM) == [0, 16, 38]


def test_two_lines_go_with_a_signature_that_does_not_fit():
    assert page_starts(lines(12), 5, ROOM) == [0, 10]


def test_two_lines_go_with_a_signature_even_where_the_page_is_full():
    assert page_starts(lines(16), 5, ROOM) == [0, 14]


def test_one_line_alone_with_the_signature_gets_a_second():
    assert page_starts(lines(17), 5, ROOM) == [0, 15]


def test_without_signature_one_line_may_stand_alone():
    assert page_starts(lines(17), 0, ROOM) == [0, 16]


def test_a_longer_stretch_may_be_kept_with_the_signature():
    assert page_starts(lines(16, kept=8), 5, ROOM) == [0, 8]


def test_two_lines_go_with_a_list_at_the_end():
    listed = Lines([1.0] * 19, blanks={17}, kept=14, ends_in_list=True)
    assert page_starts(listed, 0, ROOM) == [0, 14]


def test_a_list_at_the_end_of_a_page_stays_there():
    listed = Lines([1.0] * 16, blanks={13}, kept=11, ends_in_list=True)
    assert page_starts(listed, 0, ROOM) == [0]


def test_a_heading_does_not_end_a_page():
    assert page_starts(lines(20, headings={15}), 0, ROOM) == [0, 15]


def test_two_headings_go_together():
    assert page_starts(lines(20, headings={14, 15}), 0, ROOM) == [0, 14]


def test_a_heading_is_not_left_alone_before_the_signature():
    assert page_starts(lines(12, headings={9}), 5, ROOM) == [0, 9]


def test_a_run_of_headings_is_a_list_and_fills_its_pages():
    assert page_starts(lines(60, headings=range(60)), 0, ROOM) == [0, 16, 38]


def test_of_a_run_of_headings_the_last_stays_with_its_text():
    assert page_starts(lines(20, headings=range(5, 16)), 0, ROOM) == [0, 15]


def test_a_heading_of_two_lines_is_not_parted():
    assert page_starts(lines(20, headings={15, 16}), 0, ROOM) == [0, 15]


def test_a_blank_line_does_not_begin_a_page():
    assert page_starts(lines(20, blanks={16}), 0, ROOM) == [0, 17]


def test_high_lines_take_their_rows():
    assert page_starts(Lines([1.0] * 10 + [7.0] * 3), 0, ROOM) == [0, 10]


def test_a_line_higher_than_a_page_stands_on_its_own():
    assert page_starts(Lines([1.0, 40.0, 1.0]), 0, ROOM) == [0, 1, 2]


def test_a_first_page_without_room_stays_empty():
    assert page_starts(lines(3), 0, Room(0, 22)) == [0, 0]


def test_a_signature_too_high_for_what_stays_with_it_gets_its_own_page():
    assert page_starts(lines(30, kept=16), 21, ROOM) == [0, 16, 30]


@given(st.integers(4, 200), st.integers(0, 7), st.frozensets(st.integers(0, 200), max_size=9))
def test_no_page_holds_more_than_its_rows(count, tail, headings):
    starts = page_starts(lines(count, headings=headings), tail, ROOM)
    used = [end - start for start, end in zip(starts, [*starts[1:], count], strict=True)]
    assert used[0] <= 16
    assert all(rows <= 22 for rows in used)


@given(st.integers(4, 200), st.integers(1, 7))
def test_the_signature_always_has_room_and_two_lines(count, tail):
    starts = page_starts(lines(count), tail, ROOM)
    last = count - starts[-1]
    assert last + tail <= (16 if len(starts) == 1 else 22)
    assert last >= 2


@given(st.integers(4, 200), st.integers(0, 7))
def test_every_page_has_a_line(count, tail):
    starts = page_starts(lines(count), tail, ROOM)
    assert starts == sorted(set(starts))
    assert starts[-1] < count
