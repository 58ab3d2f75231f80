"""A book with the office filled in, unions to write to, and the reminder letter as the form."""

from datetime import date

import pytest

from tests import reminder
from tests.documents import free
from xunion_desktop.basics.room import PaperItem
from xunion_desktop.desk.desk import Desk
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.drafting import prepare
from xunion_desktop.documents.forms import current_form
from xunion_desktop.documents.issuing import Occasion, issue
from xunion_desktop.documents.kinds import LETTER, PLAIN
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.papers import items as items_of
from xunion_desktop.documents.records import FormChange
from xunion_desktop.office import records as office_records
from xunion_desktop.office.filling import fill
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pages import Glyphs
from xunion_desktop.store.book import Book
from xunion_desktop.store.fields import Text
from xunion_desktop.store.record import Record

TODAY = date(2026, 11, 23)
FORM = "branches/election_reminder"
WORDS = {**reminder.WORDS, "报送期限": "2026年12月15日"}


class Guild(Record):
    """A union, as far as documents know one: something a paper is about."""

    label = "基层工会"
    sort_source = "name"
    search_sources = ("name",)
    name = Text(verbose_name="工会名称", help_text="全称")


@pytest.fixture(scope="session")
def fonts():
    return FontBook()


@pytest.fixture
def book(tmp_path):
    records = (*office_records.RECORDS, *ROOM.records(), Guild)
    with Book.create(tmp_path / "兴县", records, replicas=tmp_path / "replicas") as book:
        fill(book)
        yield book


@pytest.fixture
def guilds(book):
    with book.deed("导入台账") as deed:
        return [deed.save(Guild(name=f"兴县示例{name}工会")) for name in ("中学", "水泥", "客运")]


@pytest.fixture
def item_of():
    """The words of a reminder to one union; more words replace these."""

    def make(guild, **words):
        return PaperItem("guild", guild.id, guild.name, {**WORDS, "工会名称": guild.name, **words})

    return make


@pytest.fixture
def items(guilds, item_of):
    return [item_of(guild) for guild in guilds]


@pytest.fixture
def text_of():
    """All that stands on pages, or on some of their layers."""

    def read(pages, *layers):
        strokes = (stroke for page in pages for stroke in page.strokes(*layers))
        return "".join(stroke.text for stroke in strokes if isinstance(stroke, Glyphs))

    return read


@pytest.fixture
def form():
    return shipped_form(FORM)


@pytest.fixture
def print_out(book, form, fonts):
    """Prepare and issue these items, all that can be printed."""

    def print_now(items, today=TODAY, **occasion):
        prepared = prepare(form, items, today, fonts)
        return issue(book, prepared, prepared.printable, Occasion(today, **occasion), fonts)

    return print_now


@pytest.fixture
def desk(book, furniture):
    return Desk(book, TODAY, (ROOM,), furniture)


# papers written freely


@pytest.fixture
def free_forms(book):
    """Two formats with few words, as this office might have changed them: a letter, and a plain paper."""
    with book.deed("改模板") as deed:
        for form in (LETTER, PLAIN):
            deed.save(FormChange(form=form, text=free.TEXTS[form]))


@pytest.fixture
def draft(book, free_forms):
    """Save a draft with these words."""

    def make(form=LETTER, genre="函", day="2026-11-20", **words):
        record = Manuscript(form=form, genre=genre, day=day)
        record.give({**free.WORDS, **words})
        with book.deed("起草") as deed:
            return deed.save(record)

    return make


@pytest.fixture
def issue_drafts(book, fonts):
    """Print these drafts, as the print desk does."""

    def print_now(*drafts, form=LETTER, today=TODAY):
        found = items_of(form, [one.id for one in drafts], today)
        prepared = prepare(current_form(form), found, today, fonts)
        return issue(book, prepared, prepared.printable, Occasion(today), fonts)

    return print_now
