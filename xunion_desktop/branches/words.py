"""The choices that the program reasons about (ORG-09, domain §9): stored value and the word that a clerk reads.

Lists that it does not reason about (单位性质, 行业, 乡镇) are dictionaries of the office, see ``dictionaries``.
"""

from __future__ import annotations

from enum import StrEnum

from xunion_desktop.basics.wording import chinese_number
from xunion_desktop.branches.rules import STATE_WORDS

REMINDER = "branches/election_reminder"  # the form that duties name and papers fill


class Form(StrEnum):
    """What kind of union it is (ORG-09, 统计年报 904)."""

    SINGLE = "single"
    JOINT = "joint"
    TRADE = "trade"
    REGIONAL = "regional"
    TOWNSHIP = "township"
    PARK = "park"
    VILLAGE = "village"
    SYSTEM = "system"
    GROUP = "group"
    SECTION = "section"
    CELL = "cell"
    SENT = "sent"
    ORGANISER = "organiser"
    NONE = "none"


FORMS = (
    (Form.SINGLE.value, "单独基层工会"),
    (Form.JOINT.value, "联合基层工会"),
    (Form.TRADE.value, "行业性工会联合会"),
    (Form.REGIONAL.value, "区域性工会联合会"),
    (Form.TOWNSHIP.value, "乡镇（街道）工会"),
    (Form.PARK.value, "园区（开发区）工会"),
    (Form.VILLAGE.value, "村（社区）工会"),
    (Form.SYSTEM.value, "系统（机关）工会"),
    (Form.GROUP.value, "集团工会"),
    (Form.SECTION.value, "分工会"),
    (Form.CELL.value, "工会小组"),
    (Form.SENT.value, "派出的工作委员会、办事处"),
    (Form.ORGANISER.value, "只有组织员"),
    (Form.NONE.value, "未建会"),
)
WITHOUT_COMMITTEE = (Form.ORGANISER.value, Form.NONE.value)
"""Forms that have no union committee (ORG-02)."""


class Nature(StrEnum):
    """What kind of unit a union belongs to, as far as the program reasons about it.

    The whole list is the dictionary 单位性质, which the office may edit; the book keeps the word itself.
    """

    STATE_OWNED = "国有企业"
    COLLECTIVE = "集体企业"
    PRIVATE = "非公企业"
    UNITED = "联合"


NATURE_SYNONYMS = {
    "事业": "事业单位",
    "行政": "机关",
    "行政机关": "机关",
    "国企": Nature.STATE_OWNED.value,
    "国有": Nature.STATE_OWNED.value,
    "集体": Nature.COLLECTIVE.value,
    "非公": Nature.PRIVATE.value,
    "非公有制企业": Nature.PRIVATE.value,
    "私营企业": Nature.PRIVATE.value,
    "民营企业": Nature.PRIVATE.value,
    "社会团体": "社会组织",
    "乡镇": "乡镇街道",
    "村": "村社区",
    "社区": "村社区",
}
"""Other words for a unit's nature that ledgers use, and the shipped word (read so while the dictionary has it)."""


def is_enterprise(nature: str | None) -> bool:
    """Whether the rules of enterprises hold (EL-30): a word that the office added says so by ending in 企业."""
    return bool(nature and nature.endswith("企业"))


class Post(StrEnum):
    """An office in the union."""

    CHAIR = "chair"
    VICE = "vice"
    AUDIT_CHAIR = "audit_chair"
    WOMEN_CHAIR = "women_chair"
    MEMBER = "member"
    AUDITOR = "auditor"
    WOMEN_MEMBER = "women_member"
    ORGANISER = "organiser"


POSTS = (
    (Post.CHAIR.value, "主席"),
    (Post.VICE.value, "副主席"),
    (Post.AUDIT_CHAIR.value, "经审主任"),
    (Post.WOMEN_CHAIR.value, "女工委主任"),
    (Post.MEMBER.value, "委员"),
    (Post.AUDITOR.value, "经审委员"),
    (Post.WOMEN_MEMBER.value, "女工委委员"),
    (Post.ORGANISER.value, "组织员"),
)
COMMITTEE = (Post.CHAIR, Post.VICE, Post.MEMBER)
"""Posts that sit in the union committee (EL-05)."""

STATES = tuple((state.value, word) for state, word in STATE_WORDS.items())


def years_word(years: int) -> str:
    """How long a term lasts, in a word: 三年."""
    return f"{chinese_number(years)}年"
