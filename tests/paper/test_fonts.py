"""Which font has which character, and when a font is opened at all (print.md §1)."""

import pytest

from xunion_desktop.basics.resources import resource
from xunion_desktop.paper.fonts import ROLES, FontBook, is_blank, is_wide

ROLE_NAMES = list(ROLES)


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_every_role_has_the_han_of_the_national_list(fonts, role):
    assert fonts.missing("兴县总工会蔚汾魏家滩瓦塘罗峪口奥家湾喆堃犇淼祎玥翀赟旻㛃𬭎𫖯𬱟", role) == []


@pytest.mark.parametrize("name", ["郭𡋾", "王㻞", "张䶮"])
def test_rare_names_are_found_in_some_font(fonts, name):
    assert fonts.missing(name) == []


def test_a_character_in_no_font_is_named_once(fonts):
    assert fonts.missing("县\U000f0000工\U000f0000") == ["\U000f0000"]


def test_blanks_are_not_missing(fonts):
    assert fonts.missing("县 \u3000\t\u200b工\U000e0101") == []


@pytest.mark.parametrize("char", "Az09-@/")
def test_ascii_is_drawn_by_the_latin_face(fonts, char):
    assert fonts.choose(char, "仿宋") == "latin"


@pytest.mark.parametrize("char", "“”‘’")
def test_quotes_are_drawn_by_song(fonts, char):
    assert fonts.choose(char, "仿宋") == "song"


def test_quotes_are_one_em_wide(fonts):
    assert fonts.width("“", "仿宋") == 1.0


@pytest.mark.parametrize("digit", "0123456789")
@pytest.mark.parametrize("role", [role for role in ROLES if role != "黑体"])
def test_digits_are_half_an_em_in_the_table_and_in_the_font(fonts, digit, role):
    assert fonts.width(digit, role) == fonts.advance(digit, fonts.choose(digit, role)) == 0.5


@pytest.mark.parametrize("char", "0123456789Aa-. ")
@pytest.mark.parametrize(("role", "face"), [("宋体", "song"), ("黑体", "hei")])
def test_ascii_of_song_and_hei_is_drawn_by_the_face_itself(fonts, char, role, face):
    assert fonts.choose(char, role) == face


@pytest.mark.parametrize("digit", "0123456789")
def test_digits_of_hei_take_half_an_em_and_hardly_more_ink(fonts, digit):
    """They stand in the middle of their room; the ink of 44 does not run into each other."""
    assert fonts.width(digit, "黑体") == 0.5
    assert fonts.advance(digit, "hei") <= 0.58


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_every_han_of_a_face_is_one_em_wide(fonts, role):
    assert {fonts.advance(char, ROLES[role]) for char in "兴县总工会"} == {1.0}


def test_the_em_box_of_fangsong_stands_85_hundredths_over_the_baseline(fonts):
    assert fonts.face("fang").ascent == pytest.approx(0.85)


def test_no_ink_is_no_ink(fonts):
    assert fonts.face("latin").ink(" ") == (0.0, 0.0)


def test_a_page_of_common_text_opens_neither_song_nor_the_rare_face():
    book = FontBook()
    assert book.missing("兴县总工会2026年，。《》〔〕") == []
    assert set(book._faces) == {"fang", "latin"}


def test_the_rare_face_is_opened_for_a_rare_name():
    book = FontBook()
    book.missing("𡋾")
    assert "rare" in book._faces


def test_what_a_file_says_is_read_once_for_all_books_of_fonts():
    assert FontBook().face("fang")._tables is FontBook().face("fang")._tables


@pytest.mark.parametrize("char", "县，“—·…①×")
def test_wide_characters_fill_a_cell(char):
    assert is_wide(char)


@pytest.mark.parametrize("char", "A0-é")
def test_narrow_characters_do_not(char):
    assert not is_wide(char)


def test_a_variation_selector_draws_nothing():
    assert is_blank("\ufe00")


@pytest.mark.parametrize("name", [*ROLES.values(), "latin", "rare"])
def test_every_font_comes_with_the_program(fonts, name):
    assert fonts.path(name).is_file()


def test_the_licences_come_with_the_fonts():
    assert len(list(resource("fonts", "licenses").iterdir())) >= 5
