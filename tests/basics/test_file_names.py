"""Which names a folder may have everywhere."""

import pytest

from xunion_desktop.basics.file_names import name_fault


@pytest.mark.parametrize("name", ["兴县总工会", "兴县 总工会（东）", "v1.2", "CONTROL", "县 COM1", "COM", "LPT12"])
def test_a_name_that_any_folder_may_have_will_do(name):
    assert name_fault(name) == ""


@pytest.mark.parametrize(("name", "marks"), [("a/b", "/"), ("甲:乙?甲:", ": ?"), ("a\\b|", "\\ |"), ("甲\t乙", "\t")])
def test_marks_that_no_folder_may_have_are_named_once(name, marks):
    assert name_fault(name) == f"名称里不能有 {marks}，请换一个。"


@pytest.mark.parametrize("name", ["甲.", "..", ".甲"])
def test_no_name_begins_or_ends_with_a_dot(name):
    assert name_fault(name).startswith("名称的开头和末尾不能是点")


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "LPT9", "aux.xunion", "PRN .txt", "COM¹", "CONIN$"])
def test_names_that_windows_keeps_for_itself_are_refused(name):
    assert "Windows 自己要用" in name_fault(name)


def test_a_name_that_is_too_long_for_a_folder_is_refused():
    assert name_fault("兴" * 66) == ""
    assert name_fault("兴" * 67) == "名称太长：现在 67 个字，请写短一些。"
