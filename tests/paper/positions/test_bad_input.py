"""Words too long, too many or missing: shrunk or broken by rule, told as a problem, never printed on each other."""

from itertools import pairwise

import pytest

from tests.paper.positions import body_points, end_points, head_points
from tests.paper.positions.papers import ORGANS, SHORT, SIX_SIGNERS, TINY, organs
from tests.paper.positions.reading import FONTS, RED, Printed, bare, printed
from xunion_desktop.basics.problems import Level, refuses
from xunion_desktop.paper.document import Imprint
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.typeset import typeset

LONG_TITLE = "关于进一步加强和规范基层工会委员会按期换届选举工作的" * 5
LONG_NAME = "阿卜杜拉·买买提明江·艾力"
FORTY = "、".join(f"兴县示例第{number}乡镇总工会" for number in range(40))
TWENTY = "\n".join(f"兴县经济技术开发区示例产业园区{name}总工会" for name in "甲乙丙丁戊己")

BAD = {
    "a title of 120 characters": ("file", {"标题": LONG_TITLE[:120]}),
    "forty recipients": ("file", {"主送": FORTY}),
    "forty recipients of a letter": ("letter", {"主送": FORTY}),
    "forty copies": ("file", {"抄送": FORTY.replace("、", "，")}),
    "six organs of twenty characters": ("joint", {"发文机关标志": TWENTY, "署名": TWENTY}),
    "a name of twelve characters": ("upward", {"签发人": LONG_NAME}),
    "a name of twelve beside a long number": ("upward", {"签发人": LONG_NAME, "文号": "兴经开工发〔2026〕1238号"}),
    "six names of twelve characters": ("joint", {**organs(6), "签发人": "\n".join([LONG_NAME] * 6)}),
    "a long name signs": ("file", {"署名": "兴县经济技术开发区示例新材料产业园区工会联合会"}),
    "a long office prints": ("file", {"印发机关": "兴县经济技术开发区示例新材料产业园区工会联合会办公室"}),
    "no words but title and text": ("file", {"发文机关标志": "", "主送": "", "附件说明": "", "附件": "", "抄送": ""}),
    "a long office of minutes": ("minutes", {"署名": "兴县经济技术开发区示例新材料产业园区工会联合会办公室"}),
    "many present": ("minutes", {"出席": "\u3000".join([LONG_NAME, "王海燕", "欧阳示例"] * 12)}),
    "an address of the web in the text": ("file", {"正文": f"见{'https://example.org/' + 'a' * 90}。\n{SHORT}"}),
    "many attachments": ("file", {"附件说明": "\n".join(f"{ORGANS[1]}第{n}项统计表" for n in range(1, 31))}),
    "twelve attachments": ("letter", {"附件说明": "\n".join(f"{ORGANS[1]}第{n}项统计表" for n in range(1, 13))}),
}


def made(form, **words):
    shipped = shipped_form(f"documents/{form}")
    return shipped.document({**shipped.sample(), **words})


@pytest.fixture(scope="module")
def bad():
    """The papers of BAD, each printed once."""
    kept: dict[str, Printed] = {}

    def paper(name: str) -> Printed:
        if name not in kept:
            form, words = BAD[name]
            document = made(form, **words)
            kept[name] = printed(document, typeset(document, FONTS).pages)
        return kept[name]

    return paper


def problems(form, **words):
    return typeset(made(form, **words), FONTS).problems


@pytest.mark.parametrize("name", BAD)
def test_nothing_is_printed_on_something_else(bad, name):
    paper = bad(name)
    assert list(end_points.no_overprint(paper)) == []
    for page in range(1, len(paper.sheets) + 1):
        rows = [row for row in paper.on(page) if row.text]
        assert all(below.top > above.top for above, below in pairwise(sorted(rows, key=lambda row: row.y)))


@pytest.mark.parametrize("name", BAD)
def test_nothing_stands_outside_the_text_area(bad, name):
    paper = bad(name)
    assert list(body_points.bottom_edge(paper)) == []
    for row in paper.rows:
        if row.chars[0].colour != RED:
            assert row.left >= 27.5
            assert row.right <= 187.0


@pytest.mark.parametrize("name", BAD)
def test_every_word_is_printed(bad, name):
    _, words = BAD[name]
    text = "".join(row.text for row in bad(name).rows if not row.text.startswith("—"))
    for word, value in words.items():
        for line in value.splitlines():
            if word not in ("附件说明", "出席") and len(line) < 30:
                assert bare(line) in text or word == "署名"


@pytest.mark.parametrize("name", BAD)
def test_the_mark_keeps_its_place(bad, name):
    paper = bad(name)
    if any(char.colour == RED for char in paper.sheets[0].chars):
        assert list(head_points.mark_top(paper)) == []
        assert list(head_points.mark_width(paper)) == []


@pytest.mark.parametrize("form", ["file", "upward", "joint", "letter", "minutes", "plain"])
def test_a_title_of_120_characters_is_broken_and_a_doubt(form):
    found = problems(form, 标题=LONG_TITLE[:120])
    assert "标题有 120 个字，太长。" in [problem.sentence for problem in found]
    assert not refuses(found)


def test_a_title_of_more_than_eight_lines_refuses():
    assert refuses(problems("file", 标题=LONG_TITLE * 2))


def test_a_title_of_five_lines_does_not():
    assert not refuses(problems("file", 标题=LONG_TITLE[:80]))


def test_too_many_recipients_go_into_the_imprint(bad):
    paper = bad("forty recipients")
    assert paper.find("主送：").page == len(paper.sheets)
    assert not any("各乡镇" in row.text for row in paper.on(1))


def test_recipients_stand_over_the_copies_without_a_rule(bad):
    paper = bad("forty recipients")
    rules = paper.rules(len(paper.sheets), red=False)
    assert len(rules) == 3
    assert rules[0].bottom < paper.find("主送：").top < paper.find("抄送：").bottom < rules[1].top


def test_a_letter_keeps_its_recipients_on_its_first_page(bad):
    assert bad("forty recipients of a letter").find("兴县示例第0乡镇").page == 1


def test_more_copies_than_a_page_holds_refuse():
    assert refuses(problems("file", 抄送=FORTY * 4))


def test_more_copies_of_a_letter_than_a_page_holds_refuse():
    assert refuses(problems("letter", 抄送=FORTY * 4))


def test_recipients_that_fill_the_first_page_of_a_letter_are_a_doubt():
    assert [problem.sentence for problem in problems("letter", 主送=FORTY * 2)] == ["首页显示不出正文。"]


def test_organs_whose_names_make_the_mark_too_small_are_a_doubt():
    found = problems("joint", **organs(6), 标题=LONG_TITLE[:80], 签发人=SIX_SIGNERS)
    assert [problem.level for problem in found] == [Level.DOUBT]


def test_a_number_that_has_no_room_beside_a_signer_stands_under_him(bad):
    paper = bad("a name of twelve beside a long number")
    assert paper.find("兴经开工发").y > paper.find(LONG_NAME).y + 5


def test_a_text_of_one_line_that_goes_to_the_next_page_is_a_doubt():
    found = problems("upward", 正文="短。", 附件说明="表甲\n表乙\n表丙\n表丁")
    assert [problem.sentence for problem in found] == ["首页显示不出正文。"]


def test_two_lines_of_text_are_parted_so_that_the_first_page_shows_one():
    words = {**organs(6), "正文": TINY}
    document = made("joint", **words)
    paper = printed(document, typeset(document, FONTS).pages)
    assert [paper.find(text).page for text in TINY.splitlines()] == [1, 2]


def test_a_character_in_no_font_is_named_wherever_it_stands():
    for word in ("发文机关标志", "签发人", "标题", "主送", "正文", "附件说明", "附件", "署名", "附注", "抄送", "密级"):
        (problem,) = problems("upward", **{word: "字\U000f0000"})
        assert "U+F0000" in problem.sentence


def test_an_empty_imprint_is_none():
    assert made("file", 抄送="", 印发机关="", 印发日期="").first(Imprint) is None
