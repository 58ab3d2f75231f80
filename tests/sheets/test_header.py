import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.header import find_header

KNOWN = {"工会名称", "职工数总数", "职工数其中女", "会员数总数", "会员数其中女", "备注", "职工数", "本届任期起"}
UPPER = ["序号", "工会名称", "职工数", "", "会员数", "", "备注"]
LOWER = ["", "", "总数", "其中:女", "总数", "其中:女", ""]
LABELS = ["序号", "工会名称", "职工数/总数", "职工数/其中:女", "会员数/总数", "会员数/其中:女", "备注"]
DATA = [1, "示例工会", 40, 12, 36, 8, ""]
MERGED = [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 5)), ((0, 6), (1, 6))]


def test_title_and_note_rows_above_are_passed_over(sheet):
    header = find_header(
        sheet(["兴县工会台账"], ["填报单位：甲 单位：人"], [], ["工会名称", "职工数"], ["甲", 1]), KNOWN
    )
    assert (header.first, header.last) == (3, 3)


def test_two_rows_with_merged_cells_are_joined(sheet):
    header = find_header(sheet(UPPER, LOWER, DATA, merged=MERGED), KNOWN)
    assert (header.last, header.labels) == (1, LABELS)


def test_two_rows_without_merge_information_are_joined_too(sheet):
    header = find_header(sheet(UPPER, LOWER, DATA), KNOWN)
    assert (header.last, header.labels) == (1, LABELS)


def test_a_label_merged_over_both_rows_does_not_reach_its_neighbour(sheet):
    merged = [((0, 0), (1, 0)), ((0, 2), (0, 3))]
    found = find_header(sheet(["工会名称", "", "职工数", ""], ["", "电话", "总数", "其中:女"], merged=merged), KNOWN)
    assert found.labels == ["工会名称", "电话", "职工数/总数", "职工数/其中:女"]


def test_sub_labels_may_stand_under_labels_nobody_knows(sheet):
    header = find_header(sheet(["工会名称", "会费", "", "备注"], ["", "应缴", "已缴", ""], ["甲", 1, 1, ""]), KNOWN)
    assert header.labels == ["工会名称", "会费/应缴", "会费/已缴", "备注"]


def test_one_row_followed_by_data_is_one_row(sheet):
    header = find_header(sheet(["工会名称", "职工数", ""], ["示例工会", "四十", "甲"]), KNOWN)
    assert (header.first, header.last) == (0, 0)


def test_line_breaks_blanks_and_full_width_make_no_difference(sheet):
    header = find_header(sheet(["工 会\n名　称", "职工数（人）", "备 注"], ["甲", 1, ""]), KNOWN)
    assert header.labels == ["工会名称", "职工数（人）", "备注"]


def test_learned_headings_show_the_header(sheet):
    assert find_header(sheet(["单位", "人头"], ["甲", 1]), {"单位", "人头"}).first == 0


@pytest.mark.parametrize("rows", [[["甲", 1], ["乙", 2]], [["备注"], ["名单", "甲", "乙"]][1:], [[""]]])
def test_without_a_header_there_is_trouble_that_says_what_to_do(sheet, rows):
    with pytest.raises(Trouble, match=r"没有找到表头.*栏名"):
        find_header(sheet(*rows), KNOWN)


def test_one_known_word_among_many_is_no_header(sheet):
    with pytest.raises(Trouble):
        find_header(sheet(["甲", "乙", "备注"], ["丙", "丁", "戊"]), KNOWN)
