"""Which line stands on which page; at least two body lines stay with the signature."""

from hypothesis import given
from hypothesis import strategies as st

from xunion_desktop.paper.flow import Room, page_starts

ROOM = Room(first=16, later=22)


def test_what_fits_is_one_page():
    assert page_starts(11, 5, ROOM) == [0]


def test_a_page_is_filled_to_its_last_row():
    assert page_starts(18, 5, ROOM) == [0, 16]


def test_a_third_page_begins_22_rows_after_the_second():
    assert page_starts(42, 0, ROOM) == [0, 16, 38]


def test_two_lines_go_with_a_signature_that_does_not_fit():
    assert page_starts(12, 5, ROOM) == [0, 10]


def test_two_lines_go_with_a_signature_even_where_the_page_is_full():
    assert page_starts(16, 5, ROOM) == [0, 14]


def test_one_line_alone_with_the_signature_gets_a_second():
    assert page_starts(17, 5, ROOM) == [0, 15]


def test_the_address_is_no_body_line():
    assert page_starts(3, 15, Room(16, 22), fixed=2) == [0, 2]


def test_a_heading_does_not_end_a_page():
    assert page_starts(20, 0, ROOM, headings=frozenset({15})) == [0, 15]


def test_two_headings_go_together():
    assert page_starts(20, 0, ROOM, headings=frozenset({14, 15})) == [0, 14]


def test_a_heading_is_not_left_alone_before_the_signature():
    assert page_starts(12, 5, ROOM, headings=frozenset({9})) == [0, 9]


@given(st.integers(4, 200), st.integers(0, 7), st.frozensets(st.integers(0, 200), max_size=9))
def test_no_page_holds_more_than_its_rows(lines, tail, headings):
    starts = page_starts(lines, tail, ROOM, 1, headings)
    used = [end - start for start, end in zip(starts, [*starts[1:], lines], strict=True)]
    assert used[0] <= 16
    assert all(rows <= 22 for rows in used)


@given(st.integers(4, 200), st.integers(0, 7))
def test_the_signature_always_has_room_and_two_lines(lines, tail):
    starts = page_starts(lines, tail, ROOM, 1)
    last = lines - starts[-1]
    assert last + tail <= (16 if len(starts) == 1 else 22)
    assert last >= 2


@given(st.integers(4, 200), st.integers(0, 7))
def test_every_page_has_a_line(lines, tail):
    starts = page_starts(lines, tail, ROOM, 1)
    assert starts == sorted(set(starts))
    assert starts[-1] < lines
