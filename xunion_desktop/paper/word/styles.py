"""Styles: what the parts of a paper are called in the style box of WPS, and how they look."""

from __future__ import annotations

from dataclasses import dataclass

from xunion_desktop.paper.measures import BODY, FOOTER, SIZES, TITLE
from xunion_desktop.paper.tablerows import LINE as LEADING_OF_CELLS

from .faces import fonts
from .paragraph import LINE, UNPADDED, indents

TEXT, TO, TITLES, SUBTITLE = "正文段落", "主送机关", "公文标题", "副标题"
FIRST, SECOND = "一级标题", "二级标题"
MARK, NUMBER, CORNER = "发文机关标志", "发文字号", "版头"
ATTACHED, SIGNED, DATED, REMARK = "附件说明", "署名", "成文日期", "附注"
ANNEX, ANNEX_TITLE, PRESENT = "附件标记", "附件标题", "出席名单"
IMPRINT, PAGE_NUMBER, CODE = "版记", "公文页码", "识别码"
CELL_TEXT, HEAD_TEXT, NOTE = "表格文字", "表头文字", "表注"
FIRST_WORDS, SECOND_WORDS = "一级标题文字", "二级标题文字"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _colour(code: str) -> str:
    return f'<w:color w:val="{code}"/>' if code else ""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style."""

    name: str
    role: str = "仿宋"
    size: float = BODY
    align: str = "both"
    line: float = LINE
    first: float | None = None
    left: float | None = None
    outline: int | None = None  # level in the navigation pane, from 0
    then: str = ""  # the style of the paragraph that the writer begins after it
    colour: str = ""

    def xml(self) -> str:
        """The style element."""
        form = (
            f'<w:spacing w:line="{round(self.line * 20)}" w:lineRule="exact"/>',
            indents(self.left, None, self.first),
            f'<w:jc w:val="{self.align}"/>',
            "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>',
        )
        following = self.then or self.name
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.name}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/><w:next w:val="{following}"/><w:qFormat/><w:pPr>{"".join(form)}</w:pPr>'
            f"<w:rPr>{fonts(self.role)}{_colour(self.colour)}"
            f"{'' if self.size == BODY else _NATURAL}{_size(self.size)}</w:rPr></w:style>"
        )


STYLES = (
    Style(TEXT, first=2.0),
    Style(TO, align="left", then=TEXT),
    Style(TITLES, "小标宋", TITLE, "center", 33.0, then=TO),
    Style(SUBTITLE, "楷体", align="center"),
    Style(FIRST, "黑体", first=2.0, outline=0, then=TEXT),
    Style(SECOND, "楷体", first=2.0, outline=1, then=TEXT),
    Style(MARK, "小标宋", SIZES["初号"], "center", 50.0, colour="FF0000"),
    Style(NUMBER, align="center"),
    Style(CORNER, align="left"),
    Style(ATTACHED),
    Style(SIGNED, align="right"),
    Style(DATED, align="right"),
    Style(REMARK, first=2.0),
    Style(ANNEX, "黑体", align="left"),
    Style(ANNEX_TITLE, "小标宋", TITLE, "center", 33.0, outline=0, then=TEXT),
    Style(PRESENT, align="left"),
    Style(IMPRINT, size=FOOTER, align="left", line=21.0),
    Style(PAGE_NUMBER, "宋体", FOOTER, "left", 16.0),
    Style(CODE, "黑体", SIZES["小一"], "center", 34.0),
    Style(CELL_TEXT, "宋体", SIZES["五号"], "left", LEADING_OF_CELLS * SIZES["五号"]),
    Style(HEAD_TEXT, "黑体", SIZES["五号"], "center", LEADING_OF_CELLS * SIZES["五号"]),
    Style(NOTE, "宋体", SIZES["小五"], "left", 12.0),
)
# 28 characters of 16 points are wider than the text area. The section's grid says so (28 cells of 15.75 points), but
# LibreOffice gives a character that is wider than its cell two of them: so the text stands off the grid and every
# character is narrower by 0.3 points, which makes 28 in Word, WPS and LibreOffice alike (print.md §2.2).
_SQUEEZED, _NATURAL = '<w:spacing w:val="-6"/>', '<w:spacing w:val="0"/>'
WORDS = ((FIRST_WORDS, "黑体"), (SECOND_WORDS, "楷体"))


_DEFAULTS = f"""
<w:docDefaults><w:rPrDefault><w:rPr>{fonts("仿宋")}{_size(BODY)}
<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>
<w:spacing w:line="{round(LINE * 20)}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>
<w:rPr>{fonts("仿宋")}{_SQUEEZED}{_size(BODY)}</w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{UNPADDED}</w:tblPr></w:style>
"""


def styles_xml() -> str:
    """All styles and the defaults on which they stand: 三号 仿宋, no space added between han and digits."""
    return _DEFAULTS + "".join([*(style.xml() for style in STYLES), *(_words_style(*words) for words in WORDS)])


def _words_style(name: str, role: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{fonts(role)}</w:rPr></w:style>"
    )
