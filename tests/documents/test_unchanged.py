"""A page of prints that lies open issues nothing that was changed, deleted or printed meanwhile (DC-30)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.conftest import FORM, TODAY
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.room import PaperCard, Room
from xunion_desktop.documents.forms import shipped_text
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.records import FormChange, Number, Printing


@pytest.fixture
def county(items):
    """What the records say, to be changed: key -> its item."""
    return {item.key: item for item in items}


@pytest.fixture
def keys(county):
    return list(county)


@pytest.fixture
def prints(book, fonts, county, items):
    def of_keys(keys, today):
        return [county[key] for key in keys if key in county]

    card = PaperCard(FORM, "换届提醒函", "guilds", (), of_keys, lambda: items[0])
    return PrintDesk(book, (Room("rooms", "房间", papers=(card,)),), TODAY, "王海燕", fonts)


@pytest.fixture
def prepared(prints, keys):
    return prints.prepare(FORM, keys)


@pytest.fixture
def refused(prints, prepared):
    """Why the first copy is not issued any more; and that nothing was written."""

    def why():
        before = Printing.select().count(), Number.select().count()
        with pytest.raises(Trouble) as told:
            prints.issue(prepared, [0])
        assert (Printing.select().count(), Number.select().count()) == before
        return told.value.sentence

    return why


def test_a_paper_takes_no_second_number_from_another_page(prints, keys, refused):
    prints.issue(prints.prepare(FORM, keys), [0])
    assert "已经印过，文号 兴工函〔2026〕1号" in refused()


def test_what_was_printed_before_it_was_laid_out_may_be_printed(prints, keys):
    prints.issue(prints.prepare(FORM, keys), [0])
    prints.issue(prints.prepare(FORM, keys), [0])
    assert Number.select().count() == 2


def test_the_others_of_the_run_are_issued(prints, prepared, keys):
    prints.issue(prints.prepare(FORM, keys), [0])
    assert len(prints.issue(prepared, [1, 2]).copies) == 2


def test_words_that_were_changed_are_not_printed_as_they_were(county, keys, refused):
    county[keys[0]] = replace(county[keys[0]], words={**county[keys[0]].words, "工会名称": "兴县示例新名工会"})
    assert refused().endswith("的内容在排版以后改过。")


def test_what_became_wrong_is_not_printed(county, keys, refused):
    county[keys[0]] = replace(county[keys[0]], problems=(Problem("没有单位名称。"),))
    assert refused().endswith("的内容在排版以后改过。")


def test_what_was_deleted_is_not_printed(county, keys, refused):
    del county[keys[0]]
    assert refused().endswith("在排版以后已经删除。")


def test_another_form_is_not_passed_over(book, refused):
    with book.deed("改模板") as deed:
        deed.save(FormChange(form=FORM, text=f"{shipped_text(FORM)}# 本单位改过\n"))
    assert "模板在排版以后改过" in refused()


def test_letters_of_the_old_year_are_not_numbered_in_the_new_one(prints, refused):
    prints.today = date(2027, 1, 1)
    assert refused().startswith("版面是前一天排的")


def test_no_file_is_left_of_what_is_refused(prints, prepared, keys, tmp_path):
    prints.issue(prints.prepare(FORM, keys), [0])
    with pytest.raises(Trouble):
        prints.issue_pdf(prepared, [0], tmp_path / "函.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
