"""Two small formats of free papers, for the tests of drafts: what they try does not hang on the shipped forms."""

from xunion_desktop.documents.kinds import LETTER, PLAIN

WORDS = {
    "标题": "关于支持职工之家建设的函",
    "主送": "县财政局",
    "正文": "现将有关事项函告如下。\n一、工作目标\n专此函达。",
}

_HEAD = """[form]
id = "{form}"
title = "{title}"
kind = "{kind}"
paper = "A4"
"""
_WORD = """
[[word]]
name = "{name}"
required = {required}
long = {long}
sample = "样"
"""
_LETTER = """
[[block]]
type = "mark"
text = "{发文机关标志}"
[[block]]
type = "number"
text = "{文号}"
[[block]]
type = "title"
text = "{标题}"
[[block]]
type = "to"
when = "主送"
text = "{主送}："
[[block]]
type = "text"
text = "{正文}"
[[block]]
type = "sign"
name = "{署名}"
date = "{成文日期}"
[[block]]
type = "remark"
when = "附注"
text = "{附注}"
"""
_PLAIN = """
[[block]]
type = "title"
text = "{标题}"
[[block]]
type = "text"
text = "{正文}"
"""


def _text(form: str, title: str, kind: str, number: str, blocks: str) -> str:
    words = ("发文机关标志", "文号", "标题", "主送", "正文", "署名", "成文日期", "附注")
    used = [name for name in words if f"{{{name}}}" in blocks]
    entries = [
        _WORD.format(
            name=name,
            required="true" if name in {"标题", "正文"} else "false",
            long="true" if name in {"正文", "附注"} else "false",
        )
        for name in used
    ]
    return _HEAD.format(form=form, title=title, kind=kind) + number + "".join(entries) + blocks


TEXTS = {
    LETTER: _text(LETTER, "函", "letter", 'number = "letter"\n', _LETTER),
    PLAIN: _text(PLAIN, "普通稿", "plain", "", _PLAIN),
}
