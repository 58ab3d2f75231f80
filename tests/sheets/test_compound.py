import pytest
from xlwt.CompoundDoc import XlsDoc

from xunion_desktop.sheets.biff import book_stream, is_locked, xls_faults
from xunion_desktop.sheets.compound import Compound


@pytest.fixture
def compound(tmp_path):
    """Makes a compound file with one stream."""

    def make(stream):
        XlsDoc().save(str(tmp_path / "a.xls"), stream)
        return Compound((tmp_path / "a.xls").read_bytes())

    return make


@pytest.mark.parametrize("size", [5_000, 300_000, 8_000_000])
def test_a_stream_comes_back_whole_whatever_its_length(compound, size):
    stream = bytes(index % 251 for index in range(1000)) * (size // 1000)
    assert compound(stream).stream("Workbook")[:size] == stream


def test_names_its_streams(compound):
    assert "Workbook" in compound(bytes(5000)).names


def test_the_real_ledger_is_open_and_without_formula_errors(xls_ledger):
    stream = book_stream(Compound(xls_ledger.read_bytes()))
    assert not is_locked(stream)
    assert xls_faults(stream) == {}


def test_a_cut_off_file_is_a_value_error(xls_ledger):
    with pytest.raises(ValueError, match="sector past the end"):
        book_stream(Compound(xls_ledger.read_bytes()[:60_000]))


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0", bytes(600)])
def test_what_is_no_compound_file_is_a_value_error(data):
    with pytest.raises(ValueError, match="no compound file"):
        Compound(data)
