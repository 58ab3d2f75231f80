from datetime import date

import pytest

from xunion_desktop.sheets.importer import Target
from xunion_desktop.sheets.mapping import place, propose
from xunion_desktop.store.columns import Column, Kind

TARGETS = (
    Target(Column("name", "名称"), ("工会名称",)),
    Target(Column("members", "会员数", Kind.WHOLE), ("会员数/总数",)),
    Target(Column("phone", "联系电话", Kind.PHONE)),
    Target(Column("code", "信用代码", Kind.CREDIT_CODE)),
    Target(Column("founded", "建会日期", Kind.DATE), ("建会时间",)),
)


def proposed(labels, rows=(), learned=None):
    return {h.label: h.target for h in propose(labels, rows, TARGETS, learned or {}) if h.target}


def source(label, rows=(), learned=None):
    return propose([label], rows, TARGETS, learned or {})[0].source


@pytest.mark.parametrize("label", ["工会名称", "工 会 名 称", "名称（全称）", "＊名称", "名称:"])
def test_a_heading_is_known_by_its_words(label):
    assert proposed([label]) == {label: "name"}


def test_a_two_row_heading_is_known_by_its_joined_words():
    assert proposed(["会员数/总数"]) == {"会员数/总数": "members"}


def test_a_longer_heading_is_known_by_its_end():
    assert proposed(["基层工会名称"]) == {"基层工会名称": "name"}
    assert source("基层工会名称") == "likeness"


@pytest.mark.parametrize("label", ["女会员数", "原工会名称", "会员数备注", "其中会员数变动情况说明"])
def test_a_heading_that_says_something_else_is_not_taken(label):
    assert not proposed([label])


def test_what_was_learned_goes_before_the_words():
    assert proposed(["名称", "单位"], learned={"单位": "name"}) == {"单位": "name"}


def test_a_column_learned_as_not_wanted_stays_out():
    assert not proposed(["名称"], learned={"名称": ""})
    assert source("名称", learned={"名称": ""}) == "learned"


def test_a_learned_target_that_is_gone_is_forgotten():
    assert proposed(["名称"], learned={"名称": "gone"}) == {"名称": "name"}


def test_every_target_is_given_once():
    assert proposed(["名称", "工会名称"]) == {"名称": "name"}


@pytest.mark.parametrize("label", ["序号", "问题", ""])
def test_serial_numbers_and_our_own_column_go_nowhere(label):
    assert not proposed([label], [["13900001111"]] * 5)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("13258647658", "phone"),
        (13258647658.0, "phone"),
        ("81141123MC2851987Y", "code"),
        (date(2021, 8, 4), "founded"),
        ("2021.8", "founded"),
        ("2021年8月4日", "founded"),
    ],
)
def test_an_unknown_heading_is_known_by_what_stands_below(cell, name):
    assert proposed(["甲栏"], [[cell]] * 5 + [[""]]) == {"甲栏": name}


def test_two_columns_that_look_alike_are_left_to_the_clerk():
    assert not proposed(["甲栏", "乙栏"], [["2021.8", "2022.9"]] * 5)


def test_the_clerk_moves_a_target():
    headings = place(propose(["名称", "简称"], [], TARGETS, {}), 1, "name")
    assert [(heading.target, heading.source) for heading in headings] == [("", "clerk"), ("name", "clerk")]
