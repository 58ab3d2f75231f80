"""Whether another program has a file open is seen from what it leaves beside it."""

import pytest

from xunion_desktop.basics.held import holder, holder_after


@pytest.mark.parametrize(
    ("lock", "program"), [(".~台账.xlsx", "WPS"), ("~$台账.xlsx", "WPS 或 Excel"), (".~lock.台账.xlsx#", "LibreOffice")]
)
def test_the_program_is_named(tmp_path, lock, program):
    (tmp_path / lock).touch()
    assert holder(tmp_path / "台账.xlsx") == program


def test_a_file_without_a_lock_beside_it_is_free(tmp_path):
    (tmp_path / ".~别的.xlsx").touch()
    assert holder(tmp_path / "台账.xlsx") == ""


def test_a_refusal_alone_names_nobody_here(tmp_path):
    assert holder_after(PermissionError(), tmp_path / "台账.xlsx") == ""
