"""The recycle bin: listed, restored, emptied."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.store.village import House, Letter, Villager
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.bin import deleted, empty, restore
from xunion_desktop.store.book import Book
from xunion_desktop.store.fields import File, Link, Text
from xunion_desktop.store.log import Logged
from xunion_desktop.store.record import Record

LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def house(book: Book) -> House:
    """A house with a villager, both deleted, the villager first."""
    with book.deed("新增") as deed:
        house = deed.save(House(name="东院", code="A1"))
        villager = deed.save(Villager(name="甲", house=house))
    with book.deed("删除村民 甲", user="小李") as deed:
        deed.delete(villager)
    with book.deed("删除房屋 东院") as deed:
        deed.delete(house)
    return house


def titles(book: Book) -> list[str]:
    return [line.title for line in deleted(book)]


def test_an_empty_bin_is_empty(book: Book):
    assert deleted(book) == []


def test_the_bin_tells_what_by_whom_when_and_where(book: Book, house: House):
    line = next(line for line in deleted(book) if line.title == "甲")
    assert (line.kind, line.label, line.user, line.deed_label) == ("villager", "村民", "小李", "删除村民 甲")
    assert line.machine
    assert line.time == book.deeds()[1].time


def test_what_was_restored_is_back_with_all_it_held(book: Book, house: House):
    restore(book, deleted(book))
    assert (Villager.alive().get().house.code, titles(book)) == ("A1", [])


def test_a_restore_is_one_deed_that_can_be_undone(book: Book, house: House):
    restore(book, deleted(book))
    assert book.deeds()[0].label.startswith("从回收站恢复")
    assert book.undo().done
    assert len(titles(book)) == 2


def test_what_needs_a_deleted_record_is_not_restored_without_it(book: Book, house: House):
    villager = [line for line in deleted(book) if line.kind == "villager"]
    with pytest.raises(Trouble, match="房屋“东院”也在回收站里"):
        restore(book, villager)
    assert len(titles(book)) == 2


def test_what_has_a_code_that_is_taken_is_not_restored(book: Book, house: House):
    with book.deed("新增") as deed:
        deed.save(House(name="西院", code="A1"))
    with pytest.raises(Trouble, match="编号不能重复"):
        restore(book, [line for line in deleted(book) if line.kind == "house"])


def test_emptying_takes_the_rows_out_for_good(book: Book, house: House):
    assert empty(book, LATER) == (2, 0)
    assert (House.select().count(), Villager.select().count(), titles(book)) == (0, 0, [])


def test_emptying_leaves_what_was_deleted_later(book: Book, house: House):
    assert empty(book, datetime.now(UTC) - timedelta(days=30)) == (0, 0)
    assert len(titles(book)) == 2


def test_emptying_an_empty_bin_leaves_no_trace(book: Book):
    assert empty(book, LATER) == (0, 0)
    assert (book.deeds(), book.log_lines()) == ([], [])


def test_the_history_of_what_was_taken_out_stays(book: Book, house: House):
    empty(book, LATER)
    assert [change.act for change in book.history("house", house.id)] == ["remove", "update", "insert"]


def test_emptying_is_logged_and_never_undone(book: Book, house: House):
    empty(book, LATER, reason="年底清理")
    (line,) = book.log_lines(event=Logged.EMPTIED)
    assert (line.sentence, line.reason) == ("从回收站彻底清除了 2 条。", "年底清理")
    assert not book.undo(book.deeds()[0].id).done


def test_the_deletion_of_what_is_gone_cannot_be_undone(book: Book, house: House):
    deletion = next(line for line in book.deeds() if line.label == "删除房屋 东院")
    empty(book, LATER)
    outcome = book.undo(deletion.id)
    assert outcome.obstacles == ["有 1 条房屋已经从回收站清除，不能恢复。"]


def test_a_number_that_was_issued_is_never_taken_out(book: Book):
    with book.deed("发文") as deed:
        letter = deed.save(Letter(number="1号"))
    with book.deed("删") as deed:
        deed.delete(letter)
    assert (empty(book, LATER), Letter.select().count()) == ((0, 0), 1)


class Room(Record):
    label = "房间"
    sort_source = "name"

    name = Text(verbose_name="名称", help_text="叫什么")
    above = Link("self", backref="below", verbose_name="上级", help_text="在哪一间里", null=True)
    photo = File(verbose_name="照片", help_text="一张", null=True)


class TestRooms:
    """Records that link to their own kind and have files."""

    @pytest.fixture
    def records(self) -> tuple[type[Record], ...]:
        return (Room,)

    def test_a_chain_within_one_kind_is_taken_out_from_its_end(self, book: Book):
        with book.deed("新增") as deed:
            made = list[Room]()
            for name in "甲乙丙":
                made.append(deed.save(Room(name=name, above=made[-1] if made else None)))
        with book.deed("删") as deed:
            for room in reversed(made):
                deed.delete(room)
        assert empty(book, LATER) == (3, 0)

    def test_what_a_row_deleted_later_points_to_stays(self, book: Book):
        with book.deed("新增") as deed:
            above = deed.save(Room(name="甲"))
            below = deed.save(Room(name="乙", above=above))
        with book.deed("删") as deed:
            deed.delete(below)
        with book.deed("再删") as deed:
            deed.delete(above)
        with book.deed("改期") as deed:
            deed.put_back(deed._table(Room), ("deleted_at",), [(below.id, (below.deleted_at,), ("2999-01-01",))])
        assert empty(book, LATER) == (0, 1)

    def test_a_file_that_only_the_gone_named_is_removed(self, book: Book):
        shared, own = book.files.put(b"shared"), book.files.put(b"own")
        with book.deed("新增") as deed:
            deed.save(Room(name="甲", photo=shared))
            gone = [deed.save(Room(name="乙", photo=shared)), deed.save(Room(name="丙", photo=own))]
        with book.deed("删") as deed:
            for room in gone:
                deed.delete(room)
        empty(book, LATER)
        assert list(book.files.names()) == [shared]

    def test_a_file_that_an_undo_would_name_again_stays(self, book: Book):
        photo = book.files.put(b"photo")
        with book.deed("新增") as deed:
            kept, gone = deed.save(Room(name="甲", photo=photo)), deed.save(Room(name="乙", photo=photo))
        kept.photo = None
        with book.deed("去掉照片") as deed:
            deed.save(kept)
        with book.deed("删") as deed:
            deed.delete(gone)
        empty(book, LATER)
        assert book.undo(next(line.id for line in book.deeds() if line.label == "去掉照片")).done
        assert book.files.get(Room.alive().get().photo or "") == b"photo"

    def test_a_file_that_nobody_named_is_left_alone(self, book: Book):
        """It may belong to a deed that is just being done."""
        name = book.files.put(b"fresh")
        with book.deed("新增") as deed:
            room = deed.save(Room(name="甲"))
        with book.deed("删") as deed:
            deed.delete(room)
        empty(book, LATER)
        assert list(book.files.names()) == [name]
