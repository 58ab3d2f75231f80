"""DC-02: what each kind of paper demands."""

import pytest

from xunion_desktop.basics.problems import Level
from xunion_desktop.documents.kinds import GENRES
from xunion_desktop.documents.rules import ANNEX_ENDS, genre_problems
from xunion_desktop.documents.starting import starting_words
from xunion_desktop.paper import formblocks

REQUEST = {
    "标题": "关于维修职工服务中心的请示",
    "主送": "吕梁市总工会",
    "签发人": "王海燕",
    "正文": "现将有关情况请示如下。\n妥否，请批示。",
    "附注": "联系人：李建平，电话：0358-6320000",
    "成文日期": "2026年11月24日",
}
OWN = {"上级工会": "吕梁市总工会", "年": "2026"}


def told(genre, **words):
    """The words that something is said about."""
    return [problem.field for problem in genre_problems(genre, {**REQUEST, **words})]


def test_attachments_are_counted_as_they_are_parted_on_paper():
    assert ANNEX_ENDS == formblocks.ANNEX_ENDS


def test_a_sound_request_has_no_problems():
    assert told("请示") == []


def test_a_request_without_signer_is_refused():
    (problem,) = genre_problems("请示", {**REQUEST, "签发人": " "})
    assert (problem.field, problem.level, problem.rule) == ("签发人", Level.ERROR, "DC-02")


def test_a_request_in_a_format_without_room_for_the_signer_is_told_to_change_it():
    """What cannot be written there is not demanded there."""
    words = {word: text for word, text in REQUEST.items() if word != "签发人"}
    (problem,) = genre_problems("请示", words)
    assert (problem.level, "上行文" in problem.remedy) == (Level.DOUBT, True)


@pytest.mark.parametrize("to", ["吕梁市总工会、吕梁市财政局", "吕梁市总工会，市财政局", "吕梁市总工会和市财政局"])
def test_a_request_goes_to_one_organ(to):
    assert told("请示", 主送=to) == ["主送"]


@pytest.mark.parametrize("to", ["吕梁市总工会：", "吕梁市人力资源和社会保障局"])
def test_one_organ_with_a_colon_or_with_an_and_in_its_name_is_one(to):
    assert told("请示", 主送=to) == []


def test_a_request_is_not_copied_downwards():
    assert told("请示", 抄送="各乡镇总工会") == ["抄送"]


@pytest.mark.parametrize("note", ["", "此件公开发布", "联系人：李建平"])
def test_a_request_names_who_to_ask(note):
    assert told("请示", 附注=note) == ["附注"]


def test_a_request_asks_for_approval():
    assert told("请示", 正文="情况就是这样。") == ["正文"]


def test_a_report_asks_for_nothing():
    assert told("报告", 标题="关于收缴情况的报告", 正文="特此报告，妥否，请批示。") == ["正文"]


def test_a_report_has_a_signer():
    assert told("报告", 标题="关于收缴情况的报告", 正文="特此报告。", 签发人="") == ["签发人"]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("你单位《关于换届的请示》（示工发〔2026〕3号）收悉。同意。此复。", []),
        ("你单位《关于换届的请示》收悉。同意。此复。", ["正文"]),
        ("同意你单位换届。此复。", ["正文"]),
    ],
)
def test_an_answer_quotes_title_and_number_of_the_request(body, fields):
    assert told("批复", 标题="关于同意换届的批复", 正文=body) == fields


def test_a_court_is_given_no_letter():
    assert told("函", 标题="关于支付令的函", 主送="兴县人民法院") == ["主送"]


def test_minutes_say_who_was_present():
    assert told("纪要", 标题="") == ["出席"]


def test_a_title_ends_with_its_kind():
    assert told("通知", 标题="关于换届") == ["标题"]


def test_there_is_no_kind_that_is_request_and_report():
    assert told("请示", 标题="关于维修的请示报告") == ["标题"]


def test_a_title_with_the_writers_breaks_ends_with_its_kind_too():
    assert told("请示", 标题="关于维修\n的请示") == []


def test_as_many_sign_as_stand_in_the_mark():
    assert told("通知", 标题="关于大赛的通知", 发文机关标志="甲\n乙", 署名="甲") == ["署名"]


@pytest.mark.parametrize(("number", "secrecy"), [("128", ""), ("", "机密★1年")])
def test_secret_papers_have_six_digits(number, secrecy):
    assert told("请示", 份号=number, 密级=secrecy) == ["份号"]


def test_each_attachment_is_named():
    assert told("请示", 附件说明="甲", 附件="甲\n一。\n---\n乙\n二。") == ["附件说明"]


def test_an_attachment_may_be_handed_over_by_itself():
    assert told("请示", 附件说明="甲\n乙") == []


def test_an_attachment_that_the_text_speaks_of_is_named():
    assert told("请示", 正文="情况见附件。妥否，请批示。") == ["附件说明"]


@pytest.mark.parametrize("day", ["2026年08月01日", "2026-8-1", "二〇二六年八月一日", "2026年8月"])
def test_the_date_is_written_with_the_year_and_without_zeros(day):
    assert told("请示", 成文日期=day) == ["成文日期"]


@pytest.mark.parametrize("kind", GENRES, ids=lambda kind: kind.name)
def test_a_starting_text_keeps_the_rules_of_its_kind(kind):
    assert genre_problems(kind.name, starting_words(kind.name, OWN)) == []


def test_the_office_is_put_into_a_starting_text():
    assert starting_words("请示", OWN)["主送"] == "吕梁市总工会"


def test_a_kind_without_text_begins_with_its_name():
    assert starting_words("其他", OWN) == {"标题": "××其他"}
