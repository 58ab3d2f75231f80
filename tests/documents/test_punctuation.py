"""Half-width marks and the writing of numbers: a table of texts, each with what it becomes."""

import time

import pytest

from xunion_desktop.documents.punctuation import Slip, mark_slips, mended, number_slips

MARKS = {
    "各基层工会:": "各基层工会：",
    "学习,宣传,贯彻;落实": "学习，宣传，贯彻；落实",
    "是否同意?请批示!": "是否同意？请批示！",
    "现将有关事项通知如下.": "现将有关事项通知如下。",
    "通知如下.各工会请报名.": "通知如下。各工会请报名。",
    "名单附后(共2人).": "名单附后（共2人）。",
    '开展"安康杯".': "开展“安康杯”。",
    "共计15.": "共计15。",
    "达到95%.": "达到95%。",
    "请报名, 截止5月": "请报名，截止5月",
    "参赛单位(含直属单位)共9家": "参赛单位（含直属单位）共9家",
    "有关单位（见附件(二))参加": "有关单位（见附件（二））参加",
    "安康杯(ABC)竞赛": "安康杯（ABC）竞赛",
    '开展"安康杯"竞赛': "开展“安康杯”竞赛",
    "所谓'五小'活动": "所谓‘五小’活动",
    "依据<工会法>和<<章程>>": "依据《工会法》和《章程》",
    "等单位...": "等单位……",
    "等单位。。。": "等单位……",
    "团结--奋进": "团结——奋进",
    "兴工发[2026]5号": "兴工发〔2026〕5号",
    "兴工发（2026）5号": "兴工发〔2026〕5号",
    "兴工函【2026】38号": "兴工函〔2026〕38号",
    "2026年5月1日-3日": "2026年5月1日—3日",
    "一.提高认识": "一、提高认识",
    "三,加强领导": "三、加强领导",
    "(一)加强领导": "（一）加强领导",
    "1、报名办法": "1.报名办法",
    "(1)报名表": "（1）报名表",
    "联系电话:0358-6320000": "联系电话：0358-6320000",
}

LEFT_ALONE = [
    "金额1,234.50元",
    "时间9:00至11:30",
    "以3:2获胜",
    "网址https://example.org/a?b=1,2;c:3",
    "邮箱office@example.org",
    "使用Word, Excel软件",
    "函数f(x)",
    "Rock, paper, scissors!",
    "1.加强领导",
    "附件：1.报名表",
    "版本3.2",
    "第2.1条",
    "1、2号楼参加",
    "三，四年级参加",
    "完成95%",
    "it's 5 o'clock",
    "兴工发〔2026〕5号",
    "2026年5月1日—3日",
    "参加（含直属单位）",
    "",
]

NUMBERS = {
    "2026年08月01日": "2026年8月1日",
    "26年8月1日": "2026年8月1日",
    "上午9：00开始": "上午9:00开始",
    "增长5~10%": "增长5%~10%",
    "增长5-10%": "增长5%~10%",
    "二〇二六年八月": "2026年八月",
    "共１５家": "共15家",
}

NUMBERS_LEFT_ALONE = [
    "2026年10月20日",
    "增长5%~10%",
    "五小活动",
    "二三十人",
    "第十届",
    "建党100年",
    "12月30日",
    "2026年第26期",
    "占4.5%",
]


@pytest.mark.parametrize("text", MARKS)
def test_a_half_width_mark_in_chinese_text_is_mended(text):
    assert mended(text, mark_slips(text)) == MARKS[text]


@pytest.mark.parametrize("text", MARKS)
def test_what_is_mended_has_no_slips_any_more(text):
    assert mark_slips(MARKS[text]) == []


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_numbers_times_latin_text_and_good_chinese_are_left_alone(text):
    assert mark_slips(text) == []


@pytest.mark.parametrize("text", NUMBERS)
def test_dates_times_and_percentages_are_written_as_official_papers_write_them(text):
    """DC-31."""
    assert mended(text, number_slips(text)) == NUMBERS[text]


@pytest.mark.parametrize("text", [*NUMBERS_LEFT_ALONE, *NUMBERS.values()])
def test_numbers_written_right_are_left_alone(text):
    """DC-31: 概数 and 固定词 in Chinese."""
    assert number_slips(text) == []


def test_only_some_slips_are_mended():
    text = "甲,乙,丙"
    assert mended(text, mark_slips(text)[:1]) == "甲，乙,丙"


def test_a_slip_knows_what_stands_there_and_beside_it():
    slip = Slip(6, 7, "，")
    assert (slip.old("各级工会干部,全体职工"), slip.around("各级工会干部,全体职工", 2)) == (",", "干部,全体")


def test_headings_are_recognised_in_every_paragraph():
    text = "一.目的\n各工会:\n二.要求"
    assert mended(text, mark_slips(text)) == "一、目的\n各工会：\n二、要求"


def test_brackets_of_different_paragraphs_do_not_belong_together():
    assert mark_slips("目的(甲\n要求)乙") == []


@pytest.mark.parametrize(("text", "year"), [("98年3月建会", "1998"), ("50年6月", "1950"), ("26年12月", "2026")])
def test_a_year_of_two_digits_is_of_the_century_it_was_in(text, year):
    assert mended(text, number_slips(text)).startswith(year)


def test_room_to_write_in_stays_where_a_mark_is_mended():
    text = "甲方:　　　　乙方: 兴县总工会"
    assert mended(text, mark_slips(text)) == "甲方：　　　　乙方：兴县总工会"


def test_a_long_body_full_of_slips_is_looked_through_between_two_keys():
    text = "各单位(含社区),按时完成.\n" * 1500  # as long as a hundred pages that came half-width from elsewhere
    begun = time.process_time()
    assert len(mark_slips(text)) == 6000
    assert time.process_time() - begun < 0.5
