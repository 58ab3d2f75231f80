"""Structure: what a union is and has from a day on: its type, its committees, congress, openness, contract (EL-09)."""

from __future__ import annotations

from typing import ClassVar

from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.words import FORMS, Form
from xunion_desktop.store import fields
from xunion_desktop.store.record import Record

ORGANS = ("women_committee", "audit_committee", "congress", "openness", "contract")
STRUCTURE = ("form", *ORGANS)


class Structure(Record):
    """How a union is made up from a day on. What was known first holds from nobody knows when (``since`` empty)."""

    label: ClassVar[str] = "组织"
    branch_id: str

    branch = fields.Link(Branch, backref="structures", index=False, verbose_name="工会", help_text="哪个工会的组织")
    since = fields.Date(null=True, verbose_name="自", help_text="从哪天起是这样，不知道就空着")
    form = fields.Choice(
        choices=FORMS,
        default=Form.SINGLE.value,
        verbose_name="工会类型",
        help_text="年报分单独、联合",
    )
    women_committee = fields.YesNo(null=True, verbose_name="女工委", help_text="女会员 10 人以上应建；不知道就空着")
    audit_committee = fields.YesNo(null=True, verbose_name="经审会", help_text="有一级财务的应建；不知道就空着")
    congress = fields.YesNo(null=True, verbose_name="职代会", help_text="建立职工代表大会制度")
    openness = fields.YesNo(null=True, verbose_name="厂务公开", help_text="实行厂务（政务、校务）公开")
    contract = fields.YesNo(null=True, verbose_name="集体合同", help_text="签了集体合同")

    class Meta:
        indexes = (
            (("branch", "since", "id", "deleted_at"), False),
            (("form", "branch", "since", "id", "deleted_at"), False),
            (("women_committee", "branch", "since", "id", "deleted_at"), False),
        )

    def title(self) -> str:
        """The type of the union, and since when."""
        return f"{dict(FORMS)[self.form]}，{self.since or '一直'}"
