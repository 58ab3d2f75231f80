"""避头尾: which marks may begin or end a line, numbers kept whole, closing marks pulled in (print.md §2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xunion_desktop.paper.breaking import CLOSING, NEVER_FIRST, NEVER_LAST, Cut, cut_lines

ROOM = 10.0


def widths_of(text):
    return [0.5 if char.isascii() else 1.0 for char in text]


def lines(text, first=ROOM, later=ROOM, **how):
    return [text[cut.start : cut.end] for cut in cut_lines(text, widths_of(text), first, later, **how)]


def cuts(text):
    return cut_lines(text, widths_of(text), ROOM, ROOM)


def test_a_short_text_is_one_line():
    assert lines("县总工会") == ["县总工会"]


def test_no_text_is_no_line():
    assert lines("") == []


def test_a_line_holds_as_many_characters_as_fit():
    assert lines("县" * 23) == ["县" * 10, "县" * 10, "县" * 3]


def test_the_first_line_may_be_shorter():
    assert lines("县" * 12, first=8) == ["县" * 8, "县" * 4]


def test_a_closing_mark_is_pulled_in_and_hangs():
    assert cuts("县" * 10 + "，工会")[0] == Cut(0, 11, hangs=True)


def test_a_closing_mark_that_fits_does_not_hang():
    assert cuts("县" * 9 + "，工会")[0] == Cut(0, 10, hangs=False)


def test_of_two_closing_marks_the_second_is_pulled_in():
    assert lines("县" * 9 + "》，工会") == ["县" * 9 + "》，", "工会"]


def test_two_closing_marks_that_do_not_fit_take_a_character_along():
    assert lines("县" * 10 + "》，工会") == ["县" * 9, "县》，工会"]


def test_a_dash_is_never_pulled_in():
    assert lines("县" * 10 + "——工会") == ["县" * 9, "县——工会"]


def test_a_dash_of_two_characters_is_not_parted():
    assert lines("县" * 9 + "——工会") == ["县" * 8, "县——工会"]


def test_an_opening_mark_goes_to_the_next_line():
    assert lines("县" * 9 + "《工会法》") == ["县" * 9, "《工会法》"]


def test_two_opening_marks_go_together():
    assert lines("县" * 8 + "“《工会法》”") == ["县" * 8, "“《工会法》”"]


def test_a_number_is_not_cut():
    assert lines("县" * 9 + "2026年") == ["县" * 9, "2026年"]


def test_a_phone_number_is_not_cut():
    assert lines("县" * 6 + "0358-6320000") == ["县" * 6, "0358-6320000"]


def test_a_word_longer_than_the_line_is_cut():
    assert lines("a" * 50) == ["a" * 20, "a" * 20, "a" * 10]


@pytest.mark.parametrize("mark", ",.;:!?)]}%>")
def test_a_half_width_mark_does_not_begin_a_line(mark):
    assert lines("县" * 10 + f"{mark}其中") == ["县" * 9, f"县{mark}其中"]


@pytest.mark.parametrize("mark", "([{<$¥￥")
def test_a_half_width_mark_that_opens_does_not_end_a_line(mark):
    assert lines("县" * 9 + f"{mark}分公司") == ["县" * 9, f"{mark}分公司"]


@pytest.mark.parametrize("number", ["12,000.5", "50%", "1.2%", "10:30", "(12)", "￥12,000.50", "-0.5%", "3/4", "50％"])
def test_a_number_with_its_marks_is_not_cut(number):
    assert all(number in "|".join(lines("县" * before + number + "县" * 5)) for before in range(11))


def test_a_long_address_of_the_web_is_not_cut_before_its_stops():
    address = "http://www.example.org/a.b.c.d.e.f.g.h.i.j.k.l.m"
    assert all(line[0] != "." for line in lines(f"网址：{address}"))


def test_a_row_of_stops_longer_than_a_line_still_ends():
    assert "".join(lines("." * 60)) == "." * 60


def test_blanks_at_the_beginning_of_a_line_are_dropped():
    assert lines("县" * 10 + " 工会") == ["县" * 10, "工会"]


def test_where_nothing_may_hang_the_character_goes_along():
    assert lines("县" * 10 + "，工会", hang=False) == ["县" * 9, "县，工会"]


def test_a_room_narrower_than_a_character_still_ends():
    assert lines("县工", first=0.2, later=0.2) == ["县", "工"]


plain = st.sampled_from("县总工会基层组织")
marks = st.sampled_from(sorted(NEVER_FIRST | NEVER_LAST))
texts = st.lists(st.one_of(plain, plain, plain, marks, st.sampled_from("2026a")), max_size=200).map("".join)
# One mark at a time, as people write: runs of marks longer than a line cannot be kept whole.
prose = st.lists(st.tuples(plain, plain, st.one_of(plain, marks)), max_size=80).map(lambda x: "".join(map("".join, x)))


@given(texts)
def test_no_character_is_lost_or_doubled(text):
    found = cut_lines(text, widths_of(text), 8, ROOM)
    assert "".join(text[cut.start : cut.end] for cut in found) == text


@given(prose)
def test_no_line_begins_with_a_mark_that_may_not_begin_it(text):
    assert not [line for line in lines(text)[1:] if line[0] in NEVER_FIRST]


@given(prose)
def test_no_line_ends_with_a_mark_that_may_not_end_it(text):
    assert not [line for line in lines(text)[:-1] if line[-1] in NEVER_LAST]


@given(prose)
def test_no_line_is_wider_than_its_room_and_half_a_mark(text):
    for cut in cuts(text):
        over = 1.0 if cut.hangs else 0.0
        assert sum(widths_of(text[cut.start : cut.end])) <= ROOM + over


@given(prose)
def test_only_closing_marks_hang(text):
    assert all(text[cut.end - 1] in CLOSING for cut in cuts(text) if cut.hangs)
