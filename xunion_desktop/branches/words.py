"""The choices of this room (ORG-09, MB-08, domain §9): stored value and the word that a clerk reads."""

from __future__ import annotations

from enum import StrEnum

from xunion_desktop.branches.rules import STATE_WORDS


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
    (Form.SINGLE, "单独基层工会"),
    (Form.JOINT, "联合基层工会"),
    (Form.TRADE, "行业性工会联合会"),
    (Form.REGIONAL, "区域性工会联合会"),
    (Form.TOWNSHIP, "乡镇（街道）工会"),
    (Form.PARK, "园区（开发区）工会"),
    (Form.VILLAGE, "村（社区）工会"),
    (Form.SYSTEM, "系统（机关）工会"),
    (Form.GROUP, "集团工会"),
    (Form.SECTION, "分工会"),
    (Form.CELL, "工会小组"),
    (Form.SENT, "派出的工作委员会、办事处"),
    (Form.ORGANISER, "只有组织员"),
    (Form.NONE, "未建会"),
)
WITHOUT_COMMITTEE = (Form.ORGANISER, Form.NONE)
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
    (Nature.AUTHORITY, "机关"),
    (Nature.INSTITUTION, "事业单位"),
    (Nature.STATE_OWNED, "国有企业"),
    (Nature.COLLECTIVE, "集体企业"),
    (Nature.PRIVATE, "非公企业"),
    (Nature.SOCIAL, "社会组织"),
    (Nature.UNITED, "联合"),
    (Nature.TOWNSHIP, "乡镇街道"),
    (Nature.VILLAGE, "村社区"),
    (Nature.NEW_WORK, "新就业形态"),
)
ENTERPRISES = (Nature.STATE_OWNED, Nature.COLLECTIVE, Nature.PRIVATE)
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
    (Post.CHAIR, "主席"),
    (Post.VICE, "副主席"),
    (Post.AUDIT_CHAIR, "经审主任"),
    (Post.WOMEN_CHAIR, "女工委主任"),
    (Post.MEMBER, "委员"),
    (Post.AUDITOR, "经审委员"),
    (Post.WOMEN_MEMBER, "女工委委员"),
    (Post.ORGANISER, "组织员"),
)
COMMITTEE = (Post.CHAIR, Post.VICE, Post.MEMBER)
"""Posts that sit in the union committee (EL-05)."""

STATES = tuple((state.value, word) for state, word in STATE_WORDS.items())
TERM_YEARS = ((3, "三年"), (5, "五年"))
