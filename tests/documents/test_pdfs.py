"""PDF files are named by what is in them, overwrite nothing and are written whole or not at all."""

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.documents.pdfs import distinct_names, free_targets, put_file, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("兴县示例中学工会", "兴县示例中学工会"),
        ('示例/水泥:公司"工会"', "示例_水泥_公司_工会_"),
        ("示例工会. ", "示例工会"),
        ("con", "con_"),
        ("  ", "未命名"),
    ],
)
def test_name_is_made_safe_for_windows(name, safe):
    assert safe_name(name) == safe


def test_long_name_is_cut():
    assert len(safe_name("长" * 200)) == 59


def test_the_longest_name_of_the_rarest_characters_can_be_written_twice(tmp_path):
    first, second = free_targets(tmp_path, ["𠮷" * 200, "𠮷" * 200])
    put_file(first, b"one")
    put_file(second, b"two")
    assert second.read_bytes() == b"two"


def test_second_of_a_name_gets_a_two():
    assert distinct_names(["甲工会", "乙工会", "甲工会"]) == ["甲工会", "乙工会", "甲工会（2）"]


def test_names_that_differ_in_case_only_are_doubles():
    assert distinct_names(["A厂工会", "a厂工会"]) == ["A厂工会", "a厂工会（2）"]


def test_file_that_stands_there_is_not_overwritten(tmp_path):
    (tmp_path / "甲工会.pdf").write_bytes(b"old")
    assert free_targets(tmp_path, ["甲工会"]) == [tmp_path / "甲工会（2）.pdf"]


def test_folder_is_made_where_it_is_missing(tmp_path):
    put_file(tmp_path / "新" / "甲.pdf", b"%PDF")
    assert (tmp_path / "新" / "甲.pdf").read_bytes() == b"%PDF"


def test_nothing_half_written_stays_behind(tmp_path):
    put_file(tmp_path / "甲.pdf", b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["甲.pdf"]


def test_target_that_is_a_folder_is_trouble_in_words(tmp_path):
    (tmp_path / "甲.pdf").mkdir()
    with pytest.raises(Trouble, match="是文件夹"):
        put_file(tmp_path / "甲.pdf", b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["甲.pdf"]


def test_parent_that_is_a_file_is_trouble_in_words(tmp_path):
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(Trouble):
        put_file(tmp_path / "文件" / "甲.pdf", b"%PDF")
