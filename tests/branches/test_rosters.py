"""The official papers on unions: roster, committee, registration form, overview by township."""

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.problems import refuses
from xunion_desktop.branches import rosters
from xunion_desktop.branches.records.overviews import UNKNOWN, Standing, standings
from xunion_desktop.paper.tabbed import rows_of

SCHOOL = {
    "name": "兴县示例职业中学工会委员会",
    "code": "81141123MC0123450J",
    "township": "蔚汾镇",
    "nature": "事业单位",
    "start": "2021-09-01",
    "years": 5,
    "number": 5,
    "members": 1087,
    "members_women": 41,
    "staff": 1090,
    "chair": "白云峰",
    "chair_phone": "13900001111",
    "audit_chair": "冯秀兰",
}


@pytest.fixture
def school(add):
    return add(**SCHOOL)


def rows(item, word):
    return rows_of(item.words[word])


# the roster


def test_a_roster_is_one_paper_on_many_unions(add, school):
    keys = [school, add("示例煤业工会")]
    (item,) = rosters.rosters(keys, TODAY)
    assert [row[1] for row in rows(item, "花名册")] == ["兴县示例职业中学工会委员会", "示例煤业工会"]


def test_a_row_holds_all_that_the_heads_ask_for(school):
    (item,) = rosters.rosters([school], TODAY)
    assert rows(item, "花名册")[0] == (
        "蔚汾镇",
        "兴县示例职业中学工会委员会",
        "81141123MC0123450J",
        "白云峰",
        "139****1111",
        "1,087",
        "41",
        "第五届",
        "2021-09-01",
        "2026-08-31",
    )


def test_the_unions_stand_in_the_order_they_were_seen(add, school):
    other = add("示例煤业工会")
    (item,) = rosters.rosters([other, school], TODAY)
    assert rows(item, "花名册")[0][1] == "示例煤业工会"


def test_a_roster_of_nothing_is_none(book):
    assert rosters.rosters([], TODAY) == []


# the committee


def test_a_committee_stands_body_by_body(school, appoint):
    appoint(school, "women_member", "马玉梅")
    appoint(school, "vice", "刘强")
    (item,) = rosters.committees([school], TODAY)
    assert [row[:3] for row in rows(item, "名册")] == [
        ("工会委员会", "主席", "白云峰"),
        ("工会委员会", "副主席", "刘强"),
        ("经费审查委员会", "主任", "冯秀兰"),
        ("女职工委员会", "委员", "马玉梅"),
    ]


def test_whoever_has_left_is_not_named(school, appoint):
    appoint(school, "member", "王离任", until="2026-01-01")
    (item,) = rosters.committees([school], TODAY)
    assert "王离任" not in item.words["名册"]


def test_whoever_takes_office_later_is_not_named_yet(school, appoint):
    appoint(school, "member", "李将任", since="2027-01-01")
    (item,) = rosters.committees([school], TODAY)
    assert "李将任" not in item.words["名册"]


def test_a_phone_is_masked(school, appoint):
    appoint(school, "member", "王电话", phone="13812345678")
    (item,) = rosters.committees([school], TODAY)
    assert "13812345678" not in item.words["名册"]
    assert "138****5678" in item.words["名册"]


def test_a_union_without_officers_gets_no_committee(add):
    (item,) = rosters.committees([add("示例空壳工会")], TODAY)
    assert refuses(list(item.problems))


# the registration form


def test_a_form_holds_what_is_known(school):
    (item,) = rosters.union_cards([school], TODAY)
    told = {word: item.words[word] for word in ("工会名称", "主席", "届次", "任期", "会员")}
    assert told == {
        "工会名称": "兴县示例职业中学工会委员会",
        "主席": "白云峰",
        "届次": "第五届",
        "任期": "2021年9月1日至2026年8月31日",
        "会员": "1,087",
    }


def test_what_is_not_known_stays_empty_and_is_said(add):
    (item,) = rosters.union_cards([add("示例煤业工会")], TODAY)
    assert item.words["信用代码"] == ""
    assert "信用代码" in item.problems[0].sentence
    assert not refuses(list(item.problems))


# the overview


def counted(add, *unions):
    for number, values in enumerate(unions):
        add(f"示例{number}工会", **values)
    return {row.township: row for row in standings(TODAY)}


NORMAL = {"township": "蔚汾镇", "start": "2024-01-01", "years": 5, "members": 100, "members_women": 40}
OVERDUE = {**NORMAL, "start": "2019-01-01"}
SOON = {**NORMAL, "start": "2021-12-01"}
OPEN = {"township": "蔚汾镇", "members": 7}


def test_each_union_counts_where_it_stands(add):
    found = counted(add, NORMAL, NORMAL, OVERDUE, SOON, OPEN)["蔚汾镇"]
    assert (found.unions, found.normal, found.overdue, found.soon, found.open) == (5, 2, 1, 1, 1)


def test_the_members_are_added_up(add):
    found = counted(add, NORMAL, OVERDUE, OPEN)["蔚汾镇"]
    assert (found.members, found.women) == (207, 80)


def test_a_granted_extension_is_normal(add, change):
    """EL-11."""
    key = add("示例延期工会", **{**OVERDUE, "start": "2021-10-01"})
    change(key, state="extended", until="2027-01-31")
    (found,) = standings(TODAY)
    assert (found.overdue, found.normal + found.soon) == (0, 1)


def test_a_dissolved_union_does_not_count(add, change):
    key = add("示例撤销工会", **NORMAL)
    change(key, state="dissolved")
    assert standings(TODAY) == []


def test_a_union_of_no_township_stands_at_the_end(add):
    assert list(counted(add, {"members": 3}, NORMAL)) == ["蔚汾镇", UNKNOWN]


def test_the_townships_stand_in_the_order_of_the_offices_list(add):
    found = counted(add, {**NORMAL, "township": "康宁镇"}, {**NORMAL, "township": "别处"}, NORMAL)
    assert list(found) == ["蔚汾镇", "康宁镇", "别处"]


def test_only_the_unions_that_were_seen_are_counted(add):
    seen, _ = add("示例一工会", **NORMAL), add("示例二工会", **NORMAL)
    assert [row.unions for row in standings(TODAY, [seen])] == [1]


def test_parts_of_a_township_are_put_together():
    assert Standing("甲", 3, 1, 1, 0, 9, 4).plus(Standing("甲", 2, 0, 1, 1, 1, 1)) == Standing("甲", 5, 1, 2, 1, 10, 5)


def test_table_and_chart_say_the_same(add):
    counted(add, NORMAL, OVERDUE)
    (item,) = rosters.overviews([row.id for row in rosters_of_all()], TODAY)
    assert rows(item, "情况表") == [("蔚汾镇", "2", "1", "0", "1", "0", "200", "80")]
    assert rows(item, "任期图") == [("", "正常", "将届满", "!已届满", "未定"), ("蔚汾镇", "1", "0", "1", "0")]


def rosters_of_all():
    from xunion_desktop.branches.records.branch import Branch

    return list(Branch.alive())


def test_the_cards_offer_what_they_give():
    for card in rosters.PAPERS:
        assert set(card.longest().words) == set(card.offers)


def test_every_count_of_the_overview_is_spelled_alike():
    words = rosters.overview_words([Standing("示例街道", 1234, 0, 0, 0, 5678, 1000)])
    assert words["情况表"].split("\t") == ["示例街道", "1,234", "1,234", "0", "0", "0", "5,678", "1,000"]
