"""The recovery code: readable on paper, and a typing error is told before it is tried."""

import pytest

from xunion_desktop.store.recovery import _LETTERS, new_code, read_code


def test_a_code_is_five_groups_of_five():
    assert [len(group) for group in new_code().split("-")] == [5, 5, 5, 5, 5]


def test_a_code_has_at_least_120_random_bits():
    assert len(_LETTERS) ** 24 >= 2**120
    assert len({new_code() for _ in range(100)}) == 100


def test_a_code_has_no_letters_that_look_alike():
    assert not set("0O1I") & set(_LETTERS)


@pytest.mark.parametrize("spoil", [str.lower, lambda code: code.replace("-", ""), lambda code: f"  {code} \n"])
def test_a_code_is_read_however_it_is_typed(spoil):
    code = new_code()
    assert read_code(spoil(code)) == code


def test_a_code_typed_full_width_is_read():
    code = new_code()
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code if letter != "-")
    assert read_code(wide) == code


def test_any_one_wrong_letter_is_found():
    code = new_code().replace("-", "")
    for place, letter in enumerate(code):
        other = _LETTERS[(_LETTERS.index(letter) + 1) % 32]
        assert read_code(code[:place] + other + code[place + 1 :]) is None


def test_most_neighbours_that_changed_places_are_found():
    found = total = 0
    for _ in range(40):
        code = new_code().replace("-", "")
        for place in range(23):
            if code[place] != code[place + 1]:
                total += 1
                turned = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
                found += read_code(turned) is None
    assert found / total > 0.9


@pytest.mark.parametrize("typed", ["", "7KQ2M", "0" * 25, "恢复码" * 9, "A" * 26])
def test_what_cannot_be_a_code_is_none(typed: str):
    assert read_code(typed) is None
