"""标题: broken by sense into a trapezoid or a diamond (DC-10 table)."""

import pytest

from xunion_desktop.paper.titles import ONE_LINE, break_by_sense, break_title

TITLES = [
    "关于按期做好工会委员会换届选举工作的函",
    "关于做好2026年基层工会经费收缴工作的通知",
    "关于表彰全县工会系统先进集体和先进个人的决定",
    "关于转发《山西省总工会关于进一步加强和规范基层工会经费使用管理的通知》的通知",
    "关于召开兴县总工会第十二次会员代表大会有关事项的请示",
    "关于同意成立兴县示例职业中学工会委员会、经费审查委员会和女职工委员会的批复",
    "关于开展“中国梦·劳动美”主题宣传教育活动的通知",
]


def test_a_short_title_is_one_line():
    assert break_title("关于按期换届的函") == ("关于按期换届的函",)


def test_no_title_is_no_line():
    assert break_title("") == ()


def test_the_title_of_the_reminder_is_broken_as_in_the_picture():
    assert break_title(TITLES[0]) == ("关于按期做好工会委员会", "换届选举工作的函")


def test_the_writers_own_breaks_are_kept():
    assert break_title("关于按期换届\n的函") == ("关于按期换届", "的函")


@pytest.mark.parametrize("title", TITLES)
def test_no_character_is_lost(title):
    assert "".join(break_title(title)) == title


@pytest.mark.parametrize("title", TITLES)
def test_every_line_fits(title):
    assert max(map(len, break_title(title))) <= ONE_LINE + 1


@pytest.mark.parametrize("title", TITLES)
def test_no_line_begins_with_a_particle_or_a_closing_mark(title):
    assert all(line[0] not in "的之》”、，" for line in break_title(title)[1:])


@pytest.mark.parametrize("title", TITLES)
def test_the_lines_make_no_hourglass(title):
    lengths = [len(line) for line in break_title(title)]
    assert not any(a > b < c for a, b, c in zip(lengths, lengths[1:], lengths[2:], strict=False))


@pytest.mark.parametrize(
    "lines",
    [
        ("兴县总工会、兴县人力资源和社会保障局", "关于开展根治欠薪行动的通知"),
        ("兴县人力资源和社会保障局", "关于印发方案的通知"),
        ("关于转发《山西省总工会关于做好2026年", "元旦春节期间送温暖工作的通知》的通知"),
        ("兴县总工会关于转发《吕梁市总工会", "关于开展“五一”国际劳动节", "系列活动的通知》的通知"),
        ("关于调整兴县劳动关系", "三方协商会议组成人员的通知"),
        ("中共兴县总工会党组关于2026年上半年", "意识形态工作情况的报告"),
    ],
)
def test_a_title_is_broken_between_names_not_inside_one(lines):
    assert break_title("".join(lines)) == lines


@pytest.mark.parametrize("word", ["委员会", "换届", "选举", "工会"])
def test_a_word_of_the_office_is_not_cut(word):
    lines = break_title(TITLES[0])
    assert sum(line.count(word) for line in lines) == TITLES[0].count(word)


def test_a_title_of_120_characters_is_broken_too():
    lines = break_title("关于进一步加强和规范基层工会委员会按期换届选举工作的" * 4 + "通知")
    assert max(map(len, lines)) <= ONE_LINE + 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("——2026年12月28日在兴县总工会第十二届委员会第三次全体会议上", ["第十二届", "2026年12月28日", "第三次"]),
        ("（2026年3月5日在兴县总工会第十届委员会第五次全体会议暨先进表彰大会上）", ["第十届", "第五次", "3月5日"]),
        ("关于召开兴县总工会第十二届委员会第三次全体会议的通知", ["第十二届", "第三次", "全体会议"]),
    ],
)
def test_a_number_with_what_it_counts_is_not_cut(text, whole):
    for room in (16.0, 18.0, 24.0):
        lines = break_by_sense(text, room)
        assert all(any(word in line for line in lines) for word in whole)


def test_a_title_of_two_lines_and_a_bit_takes_three():
    title = "关于进一步做好全县基层工会委员会换届选举和“六有”工会规范化建设工作的通知"
    assert break_title(title) == ("关于进一步做好全县基层工会委员会", "换届选举和“六有”工会", "规范化建设工作的通知")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("兴县经济技术开发区总工会", ("兴县经济技术", "开发区总工会")),
        ("兴县人力资源和社会保障局", ("兴县人力资源", "和社会保障局")),
        ("中国共产主义青年团兴县委员会", ("中国共产主义", "青年团兴县", "委员会")),
    ],
)
def test_names_of_organs_are_broken_between_their_words_and_not_after_and(name, lines):
    assert break_by_sense(name, 6) == lines


def test_the_name_of_a_firm_is_broken_between_its_words():
    title = "兴县经济技术开发区示例新能源装备制造集团股份有限公司第一分公司工会委员会名册"
    assert break_title(title) == (
        "兴县经济技术开发区示例新能源",
        "装备制造集团股份有限公司",
        "第一分公司工会委员会名册",
    )
