"""The choices of this room (ORG-09, MB-08, domain §9): stored value and the word that a clerk reads."""

from __future__ import annotations

from enum import StrEnum

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
    """What kind of unit the union belongs to."""

    AUTHORITY = "authority"
    INSTITUTION = "institution"
    STATE_OWNED = "state_owned"
    COLLECTIVE = "collective"
    PRIVATE = "private"
    SOCIAL = "social"
    UNITED = "united"
    TOWNSHIP = "township"
    VILLAGE = "village"
    NEW_WORK = "new_work"


NATURES = (
    (Nature.AUTHORITY.value, "机关"),
    (Nature.INSTITUTION.value, "事业单位"),
    (Nature.STATE_OWNED.value, "国有企业"),
    (Nature.COLLECTIVE.value, "集体企业"),
    (Nature.PRIVATE.value, "非公企业"),
    (Nature.SOCIAL.value, "社会组织"),
    (Nature.UNITED.value, "联合"),
    (Nature.TOWNSHIP.value, "乡镇街道"),
    (Nature.VILLAGE.value, "村社区"),
    (Nature.NEW_WORK.value, "新就业形态"),
)
NATURE_SYNONYMS = {
    "事业": Nature.INSTITUTION.value,
    "行政": Nature.AUTHORITY.value,
    "行政机关": Nature.AUTHORITY.value,
    "国企": Nature.STATE_OWNED.value,
    "国有": Nature.STATE_OWNED.value,
    "集体": Nature.COLLECTIVE.value,
    "非公": Nature.PRIVATE.value,
    "非公有制企业": Nature.PRIVATE.value,
    "私营企业": Nature.PRIVATE.value,
    "民营企业": Nature.PRIVATE.value,
    "社会团体": Nature.SOCIAL.value,
    "乡镇": Nature.TOWNSHIP.value,
    "村": Nature.VILLAGE.value,
    "社区": Nature.VILLAGE.value,
}
"""Other words for a unit's nature that ledgers use."""

ENTERPRISES = (Nature.STATE_OWNED.value, Nature.COLLECTIVE.value, Nature.PRIVATE.value)
"""Natures for which the rules of enterprises hold (EL-30)."""

INDUSTRIES = (
    ("A", "农林牧渔"),
    ("B", "采矿"),
    ("C", "制造"),
    ("D", "电力热力燃气水"),
    ("E", "建筑"),
    ("F", "批发零售"),
    ("G", "交通运输仓储邮政"),
    ("H", "住宿餐饮"),
    ("I", "信息技术"),
    ("J", "金融"),
    ("K", "房地产"),
    ("L", "租赁商务"),
    ("M", "科研技术服务"),
    ("N", "水利环境公共设施"),
    ("O", "居民服务修理"),
    ("P", "教育"),
    ("Q", "卫生社会工作"),
    ("R", "文化体育娱乐"),
    ("S", "公共管理社会组织"),
    ("T", "国际组织"),
)
"""The 20 sections of GB/T 4754."""


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
TERM_YEARS = ((3, "三年"), (5, "五年"))
