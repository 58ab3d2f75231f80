"""选票 (T07, A1, EL-22, EL-26, EL-27): the words of a union's ballot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from xunion_desktop.basics.room import PaperCard, PaperItem
from xunion_desktop.branches.voting import BallotPlan, plan_problems

BALLOT = "branches/ballot"
OFFERS = ("工会名称", "届次", "选举什么", "候选人", "应选人数", "份数", "大小", "票面")
LISTED = "赞成 不赞成 弃权"  # the columns of a ballot that has a row for each candidate


def ballots(keys: Sequence[str], today: date) -> list[PaperItem]:
    """The ballot of each of these unions."""
    from xunion_desktop.branches.records.ballots import ballot_plan, union_names

    names = union_names(list(keys))
    return [_item(key, names[key], ballot_plan(key, today)) for key in keys if key in names]


def ballot_words(name: str, plan: BallotPlan) -> dict[str, str]:
    """The words of a ballot; the title says 工会 once: ××工会第六届委员会委员选票."""
    return {
        "工会名称": name.removesuffix("委员会"),
        "届次": plan.term,
        "选举什么": plan.elected,
        "候选人": plan.candidates,
        "应选人数": plan.seats,
        "份数": plan.copies,
        "大小": plan.size,
        "票面": plan.marks,
    }


def _item(key: str, name: str, plan: BallotPlan) -> PaperItem:
    return PaperItem("branch", key, name, ballot_words(name, plan), tuple(plan_problems(plan)))


def longest_ballot() -> PaperItem:
    """A committee of 21 out of 23, with long names (EL-26)."""
    name = "兴县经济技术开发区示例新能源装备制造集团股份有限公司第一分公司工会委员会"
    names = [f"欧阳{'一二三四五六七八九十'[n % 10]}{'甲乙丙'[n // 10]}" for n in range(23)]
    plan = BallotPlan("经费审查委员会委员", "第二十八届", "\n".join(names), "21", "9")
    return PaperItem("branch", "", name, ballot_words(name, plan))


PAPERS = (PaperCard(BALLOT, "选票", "branches", OFFERS, ballots, longest_ballot, names="工会"),)
