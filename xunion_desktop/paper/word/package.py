"""Package: the empty .docx that a paper is written into: styles, fonts, page, grid, footers (print.md §2.1)."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm

from xunion_desktop.paper.measures import A4, BOTTOM, LEFT, RIGHT, TOP

from .faces import OTHERS
from .paragraph import Paragraph
from .styles import styles_xml

GRID = (579, -1024)  # twips of a row, 1/4096 pt that a cell is narrower than 三号: 22 × 28, and −0.2 pt gives 27
SPARE = 18.4  # mm from the paper's foot to the end of the footer
_FIRST = (1980, 1, 1, 0, 0, 0)  # a zip file knows no moment before it
MARGINS = (TOP, A4[0] - RIGHT, A4[1] - BOTTOM, LEFT)  # top, right, bottom, left


# no squeezed marks, as in print; the layout of Word 2013 and later
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
)


def new_file(title: str, author: str, moment: datetime) -> WordFile:
    """A file with the styles of the house and nothing in it."""
    file = docx.Document()
    _fill(file.styles.element, styles_xml())
    _fill(file.settings.element, SETTINGS)
    _without_what_nobody_asked_for(file)
    _fonts(file)
    properties = file.core_properties
    properties.title = properties.subject = title
    properties.author = properties.last_modified_by = author
    properties.comments, properties.language = "", "zh-CN"
    properties.created = properties.modified = moment.replace(tzinfo=None)
    return file


def set_page(section: Section, size: tuple[float, float], margins: tuple[float, float, float, float]) -> None:
    """Paper, margins and, on the paper of official documents, the grid."""
    section.page_width, section.page_height = Mm(size[0]), Mm(size[1])
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)
    section.footer_distance, section.gutter = Mm(SPARE), Mm(0)
    element = section._sectPr  # noqa: SLF001 - the grid has no other name in python-docx
    for old in element.findall(qn("w:docGrid")):
        element.remove(old)
    if margins == MARGINS:
        pitch, space = GRID
        element.append(
            parse_xml(f'<w:docGrid {nsdecls("w")} w:type="linesAndChars" w:linePitch="{pitch}" w:charSpace="{space}"/>')
        )


def write_into(story: Any, paragraphs: list[Paragraph]) -> None:
    """Make these paragraphs the whole of a header or footer."""
    story.is_linked_to_previous = False
    element = story._element  # noqa: SLF001 - python-docx adds paragraphs one by one, these are ready
    for old in list(element):
        element.remove(old)
    for paragraph in paragraphs or [Paragraph()]:
        element.append(element_of(paragraph.xml()))


def element_of(xml: str) -> Any:
    """A ready element of the body."""
    name, rest = xml[1:].split(">", 1) if xml.startswith(("<w:p>", "<w:tbl>")) else (xml[1:], "")
    return parse_xml(f"<{name} {nsdecls('w')}>{rest}" if rest else xml)


def packed(file: WordFile) -> bytes:
    """The bytes of the file; its parts are as old as the file says it is, so that equal papers are equal bytes."""
    saved, made = io.BytesIO(), io.BytesIO()
    file.save(saved)
    day = max(file.core_properties.created.timetuple()[:6], _FIRST)
    with ZipFile(saved) as parts, ZipFile(made, "w", ZIP_DEFLATED) as whole:
        for name in parts.namelist():
            whole.writestr(ZipInfo(name, day), parts.read(name), ZIP_DEFLATED)
    return made.getvalue()


def _fill(element: Any, xml: str) -> None:
    """Replace everything in an element by these elements."""
    for old in list(element):
        element.remove(old)
    for new in parse_xml(f"<w:styles {nsdecls('w')}>{xml}</w:styles>"):
        element.append(new)


def _without_what_nobody_asked_for(file: WordFile) -> None:
    """Leave out what python-docx's own empty file brings along: a picture of it, half a megabyte of effects."""
    for rels in (file.part.package.rels, file.part.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.rsplit("/", 1)[1] in {"thumbnail", "stylesWithEffects", "customXml", "numbering"}:
                del rels[key]


def _fonts(file: WordFile) -> None:
    """Other names of the faces, for a desk where 方正小标宋 is not installed."""
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in OTHERS.items()
    )
    part = file.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = f"<w:fonts {nsdecls('w')}>{entries}</w:fonts>".encode()  # noqa: SLF001 - python-docx only copies it
