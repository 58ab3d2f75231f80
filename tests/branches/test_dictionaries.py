"""The lists that the office edits are the ones that forms offer and imports read."""

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches import dictionaries
from xunion_desktop.branches.ledger import BranchImporter
from xunion_desktop.branches.pages.courses import courses
from xunion_desktop.branches.pages.union_form import union_form
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.office import values
from xunion_desktop.office.records import Entry
from xunion_desktop.sheets.readers import read_cell

NEW = "示例新业态"


@pytest.fixture
def add_word(book):
    def add_word(dictionary, word=NEW):
        with book.deed("加词") as deed:
            deed.save(Entry(dictionary=dictionary, word=word, position=99))

    return add_word


@pytest.fixture
def empty(book):
    """The office has emptied all its lists."""
    with book.deed("删词") as deed:
        for entry in Entry.alive():
            deed.delete(entry)


def offered(name):
    """What the form of a union offers, and that of a unit."""
    plan = union_form(TODAY)
    units = next(course for course in courses(TODAY) if course.id == "employers").form("")
    union, unit = plan.column(Branch(), name), units.columns[name]
    assert union.choices == unit.choices
    return [word for word, _ in union.choices]


def read(name, cell):
    """What an import makes of a cell: the value, and the level and sentence of a problem."""
    target = next(target for target in BranchImporter(TODAY).targets if target.column.name == name)
    reading = read_cell(target, cell, TODAY)
    return reading.value, (reading.problem.level, reading.problem.sentence) if reading.problem else None


@pytest.mark.parametrize(("name", "dictionary"), [("nature", "单位性质"), ("industry", "行业"), ("township", "乡镇")])
def test_a_word_that_was_added_is_offered_and_read(book, add_word, name, dictionary):
    assert NEW not in offered(name)
    assert read(name, NEW) == (
        NEW,
        (Level.DOUBT, f"词表里没有“{NEW}”这个{Branch.__dict__[name].field.verbose_name}，照写。"),
    )
    add_word(dictionary)
    assert offered(name)[-1] == NEW
    assert read(name, NEW) == (NEW, None)


def test_a_word_that_was_taken_out_is_no_more_offered_but_stays_where_it_was_written(book, add):
    key = add(nature="联合")
    with book.deed("删词") as deed:
        deed.delete(Entry.get((Entry.dictionary == "单位性质") & (Entry.word == "联合")))
    assert "联合" not in offered("nature")
    assert Branch.get_by_id(key).nature == "联合"


@pytest.mark.parametrize(
    ("cell", "word"),
    [("事业", "事业单位"), ("国企", "国有企业"), ("集体", "集体企业"), ("行政机关", "机关"), ("私营企业", "非公企业")],
)
def test_other_words_of_ledgers_are_read_as_those_of_the_list(book, cell, word):
    assert read("nature", cell) == (word, None)


def test_a_shorter_word_for_an_industry_is_read_with_a_doubt(book):
    assert read("industry", "采矿") == ("采矿业", (Level.DOUBT, "“采矿”读作“采矿业”。"))
    assert read("industry", "教育") == ("教育", None)


def test_where_a_list_is_empty_every_word_is_taken_as_it_is(empty):
    assert [dictionaries.words(name, TODAY) for name in dictionaries.OF_COLUMN] == [(), (), ()]
    assert read("nature", "事业") == ("事业", None)
    assert offered("industry") == []


def test_lists_that_the_program_reasons_about_are_no_dictionaries(book):
    names = {entry.dictionary for entry in Entry.alive()}
    assert not names & {"工会类型", "工会状态", "职务"}
    assert {values.UNIT_NATURES, values.INDUSTRIES, values.TOWNSHIPS} <= names


def test_the_words_of_the_demo_county_are_words_of_the_lists(book):
    from xunion_desktop.branches.demo_county import words

    natures, industries = (dictionaries.words(name, TODAY) for name in ("nature", "industry"))
    assert {nature for _, nature, _ in words()["units"]} <= set(natures)
    assert {industry for _, _, industry in words()["units"]} <= set(industries)
    assert set(words()["townships"]) <= set(dictionaries.words("township", TODAY))


def test_the_years_of_a_term_are_those_the_office_has(put):
    """EL-10: 任期年限 is read, not only shown."""
    from xunion_desktop.office.values import TERM_YEARS

    assert union_form(TODAY).columns["years"].choices == ((3, "三年"), (5, "五年"))
    put(TERM_YEARS, "3、4、5")
    assert union_form(TODAY).columns["years"].choices == ((3, "三年"), (4, "四年"), (5, "五年"))
    values = {"name": "甲工会", "code": "81141123MC0123450J", "start": "2024-05-01", "years": 4}
    assert BranchImporter(TODAY).check(values) == []
    put(TERM_YEARS, "5")
    [problem] = BranchImporter(TODAY).check(values)
    assert problem.sentence == "每届任期是五年，不能是 4 年。"
