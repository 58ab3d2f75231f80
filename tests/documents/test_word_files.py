"""Papers as Word files: without a number that is not given, with the one that is; one file per copy."""

import docx
import pytest

from tests.documents.test_print_desk import FORM, desk, issue_all, keys  # noqa: F401 - fixtures
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.documents.records import Printing


def numbers(path):
    return [line.text for line in docx.Document(str(path)).paragraphs if line.style.name == "发文字号"]


def test_a_draft_is_a_word_file_without_a_number(desk, keys, tmp_path):  # noqa: F811
    prepared = desk.prepare(FORM, keys)
    desk.save_word(prepared, prepared.copies[0], tmp_path / "函.docx")
    assert numbers(tmp_path / "函.docx") == [""]
    assert Printing.select().count() == 0


def test_what_is_issued_has_its_number(desk, keys, tmp_path):  # noqa: F811
    issued = issue_all(desk, keys)
    desk.save_word(desk.prepare(FORM, keys), issued.copies[0], tmp_path / "函.docx")
    assert numbers(tmp_path / "函.docx") == [issued.copies[0].number]


def test_each_copy_is_a_file_named_by_it(desk, keys, tmp_path):  # noqa: F811
    prepared = desk.prepare(FORM, keys)
    written = desk.save_words(prepared, tmp_path / "改稿")
    assert [path.name for path in written] == [f"{prepared.copies[place].name}.docx" for place in prepared.printable]
    assert all(path.is_file() for path in written)


def test_nothing_that_stands_there_is_overwritten(desk, keys, tmp_path):  # noqa: F811
    prepared = desk.prepare(FORM, keys)
    first, second = (desk.save_words(prepared, tmp_path)[0] for _ in range(2))
    assert (first.exists(), second.stem) == (True, f"{first.stem}（2）")


def test_a_place_that_cannot_be_written_is_trouble(desk, keys, tmp_path):  # noqa: F811
    prepared = desk.prepare(FORM, keys)
    with pytest.raises(Trouble, match="是文件夹"):
        desk.save_word(prepared, prepared.copies[0], tmp_path)
