"""A page as an image: in bands onto a printer that garbles text, as a JPG file to be sent."""

from itertools import pairwise

import pdfplumber
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.desk.test_printer import A4, to_file
from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.painting import PaperFonts
from xunion_desktop.desk.picturing import BAND, is_coloured, page_jpeg
from xunion_desktop.desk.printer import PrintRun, set_paper
from xunion_desktop.paper.pages import Glyphs, Page, Rect

BLACK = Page(*A4, (Glyphs("fang", 16, "兴县总工会", 30, 60, 6.0), Rect(30, 70, 100, 2)))
RED = Page(*A4, (Rect(30, 40, 100, 2, "#FF0000"),))


@pytest.fixture
def fonts(qapp):
    return PaperFonts(resource("fonts"))


def printed(tmp_path, fonts, page):
    printer = to_file(tmp_path / "out.pdf")
    set_paper(printer, A4)
    run = PrintRun(printer, fonts, [page], pictures=True)
    while run.step():
        pass
    return pdfplumber.open(tmp_path / "out.pdf")


def test_text_goes_out_as_image(fonts, tmp_path):
    with printed(tmp_path, fonts, BLACK) as pdf:
        assert pdf.pages[0].chars == []
        assert pdf.pages[0].images


def test_no_band_is_higher_than_the_memory_allows(fonts, tmp_path):
    with printed(tmp_path, fonts, BLACK) as pdf:
        assert max(image["srcsize"][1] for image in pdf.pages[0].images) <= BAND


def test_the_bands_cover_the_page_without_gaps(fonts, tmp_path):
    with printed(tmp_path, fonts, BLACK) as pdf:
        images = sorted(pdf.pages[0].images, key=lambda image: image["top"])
        assert images[0]["top"] == pytest.approx(0, abs=0.1)
        assert all(one["bottom"] == pytest.approx(other["top"], abs=0.1) for one, other in pairwise(images))
        assert images[-1]["bottom"] / 72 * 25.4 == pytest.approx(297, abs=0.3)


def test_the_image_stands_in_its_place(fonts, tmp_path):
    with printed(tmp_path, fonts, BLACK) as pdf:
        picture = pdf.pages[0].to_image(resolution=100).original.convert("L")
        inch = 100 / 25.4
        assert picture.getpixel((round(80 * inch), round(71 * inch))) < 80
        assert picture.getpixel((round(80 * inch), round(75 * inch))) > 200


def test_black_pages_are_grey_and_red_ones_coloured():
    assert not is_coloured(BLACK)
    assert is_coloured(RED)


def test_a_page_becomes_a_jpg_of_its_size(fonts):
    image = QImage.fromData(page_jpeg(RED, fonts, 100))
    assert image.size() == QSize(827, 1169)
    assert image.pixelColor(300, 161).red() > 200
