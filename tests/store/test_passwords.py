"""Passwords: what everybody would try first is none; nobody is kept from one that is only simple."""

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.passwords import demand_good


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaa",
        "111111",
        "啊啊啊",
        "12345678",
        "123456",
        "87654321",
        "1234567890",
        "567890",
        "0987654321",
        "abcdef",
        "１２３４５６",
    ],
)
def test_one_character_again_and_again_or_a_row_is_too_easy_to_guess(password: str):
    with pytest.raises(Trouble, match="密码太好猜") as told:
        demand_good(password)
    assert "几个词连在一起" in told.value.remedy


@pytest.mark.parametrize(
    "password", ["一起上山去", "haiyan2026", "19781124", "wang12345678", "135790", "春夏秋", "aaaaab"]
)
def test_others_are_taken(password: str):
    demand_good(password)


@pytest.mark.parametrize(
    ("password", "said"), [("", "密码太短"), ("12345", "密码太短"), ("上山", "密码太短"), (" " * 8, "全是空格")]
)
def test_what_is_too_short_or_blank_is_told_as_that(password: str, said: str):
    with pytest.raises(Trouble, match=said):
        demand_good(password)
