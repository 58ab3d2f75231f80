"""RegisterPlan: what a room says about the page of its register, in some twenty lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from xunion_desktop.basics.room import SidePage

from .cells import Shown
from .desk import Desk
from .form_plan import FormPlan


@dataclass(frozen=True)
class Heading:
    """The head of a record: its title, a second line, and its state as a word in a pill."""

    title: str
    second: str = ""
    state: str = ""
    tone: str = "grey"


@dataclass(frozen=True)
class Primary:
    """The one solid red button: the paper that is printed for the records of ``chip`` or for the ticked ones.

    ``words`` holds ``{n}``, the count: 印换届提醒函 {n} 封. ``said`` stands at the left: {n} 家任期届满.
    """

    form: str
    words: str
    chip: str
    said: str = ""


@dataclass(frozen=True)
class RecordPaper:
    """A paper of the selected record alone: the form's id and the words on its button."""

    form: str
    words: str


@dataclass(frozen=True)
class RecordAct:
    """Something else that can be done with the selected record; ``admin`` = only an administrator is offered it."""

    words: str
    act: Callable[[Desk, Any], None]
    admin: bool = False
    offered: Callable[[Any], bool] = lambda record: True


@dataclass(frozen=True)
class RegisterView:
    """Another way to look at the whole register (图表): the words on its button, its title, its page."""

    words: str
    title: str
    page: Callable[[Any], Any]  # desk -> QWidget


@dataclass(frozen=True)
class RegisterPlan:
    """The page of a register. ``unit`` is how its records are counted (家, 人); ``empty`` what to do first."""

    columns: Sequence[Shown]
    form: FormPlan
    heading: Callable[[Any], Heading]
    unit: str = "条"
    search_hint: str = "名称，或拼音首字母"
    empty: str = "这里还没有记录。"
    primary: Primary | None = None
    record_papers: Sequence[RecordPaper] = ()
    record_acts: Sequence[RecordAct] = ()
    extra_pages: Sequence[SidePage] = ()
    views: Sequence[RegisterView] = ()
    ticks: bool = False
    help: str = ""
