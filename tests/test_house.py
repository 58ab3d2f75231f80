"""What every room owes the house: labels and hints, forms that print, help that is there."""

import io

import pytest

from xunion_desktop import catalogue
from xunion_desktop.basics.problems import refuses
from xunion_desktop.basics.resources import form_ids, resource
from xunion_desktop.office.words import OFFERED
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pdf import write_pdf
from xunion_desktop.paper.typeset import typeset
from xunion_desktop.store.record import columns_of

RECORDS = catalogue.record_classes()
FORMS = form_ids()
CARDS = {**catalogue.PAPERS, **catalogue.SHEETS}

LONGEST_OF_THE_OFFICE = {
    "本会名称": "兴县经济技术开发区总工会",
    "本会简称": "兴县经济技术开发区总工会",
    "上级工会": "吕梁市总工会",
    "联系人": "欧阳示例",
    "联系电话": "0358-6320000 转 8000",
    "本会地址": "山西省吕梁市兴县蔚汾镇晋绥东路示例大厦西附楼二层",
    "邮政编码": "033600",
    "今天": "2026年12月31日",
    "年": "2026",
    "文号": "兴经开工函〔2026〕1238号",
}


def longest_words(form_id: str):
    """The longest plausible words of a paper of a record, or of a sheet that is about none."""
    longest = CARDS[form_id].longest()
    return longest.words if form_id in catalogue.PAPERS else longest


def help_file(page: str):
    return resource("help", f"{page}.md")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_has_a_label_and_a_hint(record):
    lacking = [column.name for column in columns_of(record).values() if not (column.label and column.hint)]
    assert lacking == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_no_two_fields_of_a_record_have_the_same_label(record):
    labels = [column.label for column in columns_of(record).values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_has_a_name_in_chinese(record):
    assert record.label


def test_every_record_belongs_to_one_room():
    assert len(set(RECORDS)) == len(RECORDS)


def test_the_ids_of_registers_and_forms_are_given_once():
    cards = [card for room in catalogue.ROOMS for card in room.registers]
    papers = [card for room in catalogue.ROOMS for card in room.papers]
    assert len(catalogue.REGISTERS) == len(cards)
    assert len(catalogue.PAPERS) == len(papers)


def test_importers_and_papers_are_of_registers_that_there_are():
    assert {card.register for card in catalogue.IMPORTERS.values()} <= set(catalogue.REGISTERS)
    assert {card.register for card in catalogue.PAPERS.values()} <= set(catalogue.REGISTERS)


def test_every_shipped_form_has_a_card_and_every_card_its_form():
    assert set(FORMS) == set(CARDS)


@pytest.mark.parametrize("form_id", FORMS)
def test_a_form_is_called_as_its_card_calls_it(form_id):
    form = shipped_form(form_id)
    assert (form.id, form.title) == (form_id, CARDS[form_id].title)


@pytest.mark.parametrize("form_id", FORMS)
def test_every_word_of_a_form_is_offered(form_id):
    assert shipped_form(form_id).word_names() <= {*CARDS[form_id].offers, *OFFERED}


@pytest.mark.parametrize("form_id", FORMS)
def test_a_paper_gives_what_it_offers_and_no_more(form_id):
    assert set(longest_words(form_id)) == set(CARDS[form_id].offers)


@pytest.mark.parametrize("form_id", FORMS)
def test_a_form_prints_with_the_longest_words(form_id):
    form = shipped_form(form_id)
    words = {**LONGEST_OF_THE_OFFICE, **longest_words(form_id)}
    fonts = FontBook()
    setting = typeset(form.document(words), fonts)
    target = io.BytesIO()
    write_pdf(setting.pages, target, fonts=fonts, title=form.title)
    assert not refuses([*form.problems(words), *setting.problems])
    assert setting.pages
    assert target.getvalue().startswith(b"%PDF")


def test_the_office_offers_the_words_that_are_tried():
    assert set(LONGEST_OF_THE_OFFICE) == set(OFFERED)


@pytest.mark.parametrize("room", catalogue.TABS, ids=lambda room: room.id)
def test_every_tab_has_a_page_and_its_help(room):
    assert room.page is not None
    assert help_file(room.help).is_file()


@pytest.mark.parametrize("form_id", FORMS)
def test_every_form_has_its_help(form_id):
    assert help_file(form_id.split("/")[1]).is_file()


def test_every_help_page_begins_with_its_title():
    pages = sorted(resource("help").glob("*.md"))
    assert pages
    assert [page.name for page in pages if not page.read_text(encoding="utf-8").startswith("# ")] == []
