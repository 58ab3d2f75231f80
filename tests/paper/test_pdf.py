"""The PDF as a file: fonts, language, title, layers, equal bytes, places that cannot be written."""

import errno
import io
import os
import re
import subprocess
import sys
from pathlib import Path as FilePath

import pdfplumber
import pytest

from tests.paper.proofs import NOON, REMINDER, body, read_pdf, reminder
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.document import Address, Text
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Glyphs, Group, Layer, Line, Page, Path, Rect
from xunion_desktop.paper.pdf import pdf_bytes, write_pdf
from xunion_desktop.paper.shapes import circle
from xunion_desktop.paper.typeset import typeset


def pdf(pages, fonts, **how):
    return pdf_bytes(pages, fonts=fonts, title="换届提醒函", **{"fixed_date": NOON, **how})


@pytest.fixture(scope="module")
def letter(fonts):
    return pdf(typeset(reminder(body(30)), fonts).pages, fonts)


def test_with_a_fixed_date_the_bytes_are_the_same(fonts):
    pages = typeset(REMINDER, fonts).pages
    assert pdf(pages, fonts) == pdf(pages, fonts)


def made_by_a_program_of_its_own(seed):
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    script = (
        "import sys; from tests.paper.proofs import *\n"
        "pages = typeset(REMINDER, FontBook()).pages * 2\n"
        "sys.stdout.buffer.write(pdf_bytes(pages, fonts=FontBook(), title='函', fixed_date=NOON))"
    )
    folder = FilePath(__file__).parents[2]
    return subprocess.run([sys.executable, "-c", script], cwd=folder, env=environment, check=True, capture_output=True)


def test_with_a_fixed_date_the_bytes_are_the_same_in_every_program():
    first, second = made_by_a_program_of_its_own(1).stdout, made_by_a_program_of_its_own(2).stdout
    assert first == second != b""


def test_another_date_is_another_file(fonts):
    pages = typeset(REMINDER, fonts).pages
    assert pdf(pages, fonts) != pdf(pages, fonts, fixed_date=NOON.replace(year=2027))


def test_the_date_is_the_fixed_one(letter):
    assert b"D:20261123120000+00'00'" in letter


def test_without_a_fixed_date_it_is_of_today(fonts):
    assert b"/CreationDate" in pdf(typeset(REMINDER, fonts).pages, fonts, fixed_date=None)


def test_every_font_is_embedded_as_a_subset(letter):
    names = set(re.findall(rb"/BaseFont /(\S+)", letter))
    assert names
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
    assert len(re.findall(rb"/FontFile2 ", letter)) == len(names)


def test_there_is_no_helvetica(letter):
    assert b"Helvetica" not in letter


def test_the_language_is_chinese(letter):
    assert b"zh-CN" in letter


def test_a_viewer_does_not_scale_it(letter):
    assert re.search(rb"/PrintScaling\s*/None", letter)


def test_a_two_sided_paper_asks_to_be_printed_on_both_sides(fonts):
    assert re.search(rb"/Duplex\s*/DuplexFlipLongEdge", pdf([Page(210, 297, ())], fonts, two_sided=True))


def test_another_paper_asks_for_nothing(letter):
    assert b"/Duplex" not in letter


def test_the_title_and_the_author_are_in_the_file(fonts):
    data = pdf(typeset(REMINDER, fonts).pages, fonts, author="兴县总工会")
    with pdfplumber.open(io.BytesIO(data)) as file:
        assert (file.metadata["Title"], file.metadata["Author"]) == ("换届提醒函", "兴县总工会")


def test_nothing_of_the_screen_layer_is_written(fonts):
    shown = Glyphs("fang", 16, "盖章", 50, 50, 5.6, layer=Layer.SCREEN)
    page = Page(210, 297, (shown, Group((shown, Rect(1, 1, 1, 1, layer=Layer.SCREEN))), Rect(5, 5, 1, 1)))
    sheet = read_pdf(pdf([page], fonts))[0]
    assert (sheet.text, len(sheet.rules)) == ("", 1)


def test_a_group_of_several_pages_is_written_once(fonts):
    group = Group((Glyphs("fang", 16, "兴县总工会" * 5, 28, 50, 5.6),))
    data = pdf([Page(210, 297, (group,), number) for number in (1, 2, 3)], fonts)
    assert data.count(b"/Subtype /Form") == 1
    assert [sheet.text for sheet in read_pdf(data)] == ["兴县总工会" * 5] * 3


def test_pages_that_are_alike_share_their_script(fonts):
    page = Page(210, 297, (Glyphs("fang", 16, "兴县总工会", 28, 50, 5.6),))
    data = pdf([page, page, page], fonts)
    assert len(set(re.findall(rb"/Contents (\d+) 0 R", data))) == 1
    assert [sheet.text for sheet in read_pdf(data)] == ["兴县总工会"] * 3


@pytest.mark.parametrize("rows", [0, 1, 30, 3000])
def test_a_page_of_any_length_is_packed_and_read(fonts, rows):
    sheet = read_pdf(pdf([Page(210, 297, tuple(Rect(5 + row / 100, 5, 5, 5) for row in range(rows)))], fonts))[0]
    assert len(sheet.rules) == rows


def test_other_pages_are_another_file_by_its_id(fonts):
    ids = [
        re.findall(rb"/ID\s*\[(.+?)\]", pdf([Page(210, 297, (Rect(x, 5, 5, 5),))], fonts), re.DOTALL) for x in (10, 20)
    ]
    assert ids[0] != ids[1]


def test_a_group_on_paper_of_another_height_is_written_for_it(fonts):
    group = Group((Rect(10, 20, 5, 5),))
    sheets = read_pdf(pdf([Page(210, 297, (group,)), Page(297, 210, (group,), 2)], fonts))
    assert [round(sheet.rules[0].top, 2) for sheet in sheets] == [20, 20]


def test_glyphs_stand_where_they_are_put(fonts):
    run = Glyphs("fang", 16, "兴县总工会", 30, 60, 6.5)
    chars = read_pdf(pdf([Page(210, 297, (run,))], fonts))[0].chars
    assert [char.x for char in chars] == pytest.approx([30, 36.5, 43, 49.5, 56], abs=0.01)
    assert {round(char.y, 2) for char in chars} == {60}


def test_uneven_glyphs_stand_where_they_are_put(fonts):
    run = Glyphs("latin", 16, "aWi1", 30, 60, offsets=(0, 4, 11, 12.5))
    chars = read_pdf(pdf([Page(210, 297, (run,))], fonts))[0].chars
    assert [char.x for char in chars] == pytest.approx([30, 34, 41, 42.5], abs=0.01)


def test_more_than_256_characters_of_a_font_stand_where_they_are_put(fonts):
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 900) if not fonts.missing(chr(code)))
    text = "".join(char for char in text if fonts.choose(char, "仿宋") == "fang")
    run = Glyphs("fang", 4, text, 5, 60, 0.3)
    chars = read_pdf(pdf([Page(210, 297, (run,))], fonts))[0].chars
    assert "".join(char.text for char in chars) == text
    assert [char.x for char in chars] == pytest.approx(list(run.xs), abs=0.02)


def test_a_line_and_a_circle_are_drawn_to_the_tenth_of_a_millimetre(fonts):
    page = Page(210, 297, (Line(20, 30, 190, 30, 0.35), Path(circle(100, 150, 21), 0.2, dash=(1, 1))))
    with pdfplumber.open(io.BytesIO(pdf([page], fonts))) as file:
        line, curve = file.pages[0].lines[0], file.pages[0].curves[0]
    assert (line["x0"] / MM, line["top"] / MM, line["x1"] / MM) == pytest.approx((20, 30, 190), abs=0.1)
    assert (curve["x0"] / MM, curve["x1"] / MM) == pytest.approx((79, 121), abs=0.1)


def test_a_filled_path_is_filled(fonts):
    page = Page(210, 297, (Path((("M", (0.0, 0.0)), ("L", (9.0, 9.0)), ("L", (0.0, 9.0)), ("Z", ())), fill="#FF0000"),))
    with pdfplumber.open(io.BytesIO(pdf([page], fonts))) as file:
        assert file.pages[0].curves[0]["fill"]


@pytest.mark.parametrize("name", ["郭𡋾", "王㻞", "李䶮", "郭𡋾王㻞李䶮"])
def test_a_rare_name_can_be_searched_for(fonts, name):
    assert name in read_pdf(pdf(typeset(reminder(Address(f"{name}同志：")), fonts).pages, fonts))[0].text


def test_marks_of_the_pdf_language_are_written_as_text(fonts):
    assert r"(a\b)" in read_pdf(pdf(typeset(reminder(Text(r"见(a\b)项")), fonts).pages, fonts))[0].text


def test_streams_are_compressed_without_ascii85(letter):
    assert b"ASCII85" not in letter
    assert b"/FlateDecode" in letter


def test_it_is_written_to_a_file_in_a_new_folder(fonts, tmp_path):
    target = tmp_path / "打印" / "函.pdf"
    write_pdf(typeset(REMINDER, fonts).pages, target, fonts=fonts, title="函", fixed_date=NOON)
    assert target.read_bytes().startswith(b"%PDF")


def test_it_is_written_to_an_open_stream(fonts):
    stream = io.BytesIO()
    write_pdf(typeset(REMINDER, fonts).pages, stream, fonts=fonts, title="函", fixed_date=NOON)
    assert stream.getvalue() == pdf_bytes(typeset(REMINDER, fonts).pages, fonts=fonts, title="函", fixed_date=NOON)


def test_a_place_that_cannot_be_written_is_trouble(fonts, tmp_path):
    with pytest.raises(Trouble, match="是文件夹"):
        write_pdf(typeset(REMINDER, fonts).pages, tmp_path, fonts=fonts, title="函")


def test_a_disk_that_fills_up_leaves_no_empty_file(fonts, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble, match="磁盘已满"):
        write_pdf(typeset(REMINDER, fonts).pages, tmp_path / "函.pdf", fonts=fonts, title="函")
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_that_wps_has_open_is_not_written_over(fonts, tmp_path):
    (tmp_path / ".~函.pdf").touch()
    with pytest.raises(Trouble, match="正在 WPS 中打开"):
        write_pdf(typeset(REMINDER, fonts).pages, tmp_path / "函.pdf", fonts=fonts, title="函")
    assert not (tmp_path / "函.pdf").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_trouble(fonts, tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(Trouble, match="权限"):
        write_pdf(typeset(REMINDER, fonts).pages, tmp_path / "函.pdf", fonts=fonts, title="函")
