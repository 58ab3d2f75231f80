"""选票: who stands on it, how many are elected, how many are printed; beside it what it will look like.

What is filled in is kept like a draft: whoever comes back finds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from xunion_desktop.basics.resources import resource
from xunion_desktop.branches.ballots import BALLOT, LISTED, ballot_words
from xunion_desktop.branches.records.ballots import ballot_plan, keep_plan, offered_plan, union_names
from xunion_desktop.branches.voting import BallotPlan, Elected, by_strokes, plan_problems
from xunion_desktop.desk.boxes import column, follow, label, row
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.columns import Columns, Place
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.painting import PaperFonts
from xunion_desktop.desk.preview import Preview
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.documents.forms import current_form
from xunion_desktop.office.words import office_words
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.typeset import typeset

NARROW = 1000
SETTLE_MS = 200
SAID = 3  # problems that are said beside the fields; the print page says all
SIZES = (("A5", "A5，一张纸两张"), ("A6", "A6，一张纸四张"), ("A4", "A4，一张纸一张"))
FACES = (("", "姓名上方划○"), (LISTED, "每人一行，赞成／不赞成／弃权"))


def open_ballot(desk: Desk, key: str) -> None:
    """Lay the page of a union's ballot over the tab."""
    desk.show_page(BallotPage(desk, key), "选票")


class BallotPage(SubPage):
    """The ballot of one union."""

    help_page = "ballot"
    keys = (("Ctrl+P", "打印"), ("Esc", "返回"), ("F1", "帮助"))

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._key, self._name = key, union_names([key]).get(key, "")
        self._form, self._fonts = current_form(BALLOT), FontBook()
        self._make_fields()
        self._lay()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.show_ballot)
        self.show_plan(ballot_plan(key, desk.today))
        self._listen()
        self.setFocusProxy(self.candidates)

    def _make_fields(self) -> None:
        self.elected = _combo([(kind.value, kind.value) for kind in Elected], "选举")
        self.term, self.seats, self.copies = QLineEdit(), QLineEdit(), QLineEdit()
        self.candidates = QPlainTextEdit()
        self.candidates.setTabChangesFocus(True)
        self.paper = _combo(SIZES, "大小")
        self.face = _combo(FACES, "票面")
        named = (("届次", self.term), ("应选人数", self.seats), ("份数", self.copies), ("候选人", self.candidates))
        for name, field in named:
            field.setAccessibleName(name)

    def _lay(self) -> None:
        desk, scale = self.desk, self.desk.scale
        head = row(scale, back("返回台账", self.leave, desk.icons, scale), label("选票", "title"), gap=12)
        head.addWidget(label(self._name, "second"), 1)
        grid = QGridLayout()
        follow(grid, scale, 8, (0, 0, 6, 0))
        fields = (
            ("选举", self.elected),
            ("届次", self.term),
            ("应选", self.seats),
            ("份数", self.copies),
            ("大小", self.paper),
            ("票面", self.face),
        )
        for line, (words, field) in enumerate(fields):
            grid.addWidget(label(words, "field"), line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        self.said = label("", "second", wrap=True)
        self.sort_button = plain("按笔画排", self.sort)
        named = row(scale, label("候选人，一行一个", "field"), 1, self.sort_button)
        inner = QWidget()
        inner.setLayout(column(scale, grid, named, self.candidates, margins=(0, 0, 6, 0)))
        scale.follow(self.candidates, lambda: self.candidates.setMinimumHeight(scale.px(190)))
        self.deed = primary("去打印", self.print)
        side = Card(scale)
        side.add(Scroll(inner), 1)
        side.add(self.said)
        side.add(foot(scale, [plain("照现任重填", self.offer)], [self.deed]))
        self.preview = Preview(scale, PaperFonts(resource("fonts")))
        shown = Card(scale, self.preview, margins=(1, 1, 1, 1))
        columns = Columns(scale, (Place(side, 400, 700, fixed=True), Place(shown, 1, 460)), NARROW)
        box = column(scale, head, columns, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)

    def _listen(self) -> None:
        for field in (self.term, self.seats, self.copies):
            field.textChanged.connect(self._settling.start)
        self.candidates.textChanged.connect(self._settling.start)
        for combo in (self.paper, self.face):
            combo.currentIndexChanged.connect(self._settling.start)
        self.elected.activated.connect(lambda _place: self.offer())
        QShortcut(QKeySequence("Ctrl+P"), self, self.print)

    # what is filled in

    @property
    def plan(self) -> BallotPlan:
        """The ballot as it is filled in now."""
        return BallotPlan(
            self.elected.currentData(),
            self.term.text().strip(),
            self.candidates.toPlainText(),
            self.seats.text().strip(),
            self.copies.text().strip(),
            self.paper.currentData(),
            self.face.currentData(),
        )

    def show_plan(self, plan: BallotPlan) -> None:
        """Fill the fields."""
        self.elected.setCurrentIndex(self.elected.findData(plan.elected))
        self.term.setText(plan.term)
        self.candidates.setPlainText(plan.candidates)
        self.seats.setText(plan.seats)
        self.copies.setText(plan.copies)
        self.paper.setCurrentIndex(self.paper.findData(plan.size))
        self.face.setCurrentIndex(self.face.findData(plan.marks))
        self.show_ballot()

    def offer(self) -> None:
        """Fill in anew what the record suggests for what is elected now."""
        kept = self.plan
        offered = offered_plan(self._key, self.desk.today, kept.elected)
        self.show_plan(replace(offered, size=kept.size, marks=kept.marks))

    def sort(self) -> None:
        """按笔画排 (EL-27)."""
        self.candidates.setPlainText("\n".join(by_strokes(self.plan.names)))

    @Slot()
    def show_ballot(self) -> None:
        """The first sheet, and what is to be looked at."""
        words = {**office_words(self.desk.today), **ballot_words(self._name, self.plan)}
        few = {**words, "份数": str(min(4, int(words["份数"]))) if words["份数"].isdecimal() else ""}
        setting = typeset(self._form.document(few), self._fonts)
        self.preview.show_page(setting.pages[0] if setting.pages else None)
        problems = [*self._form.problems(words), *setting.problems, *plan_problems(self.plan)]
        self.said.setText("\n".join(f"{problem.sentence}{problem.remedy}" for problem in problems[:SAID]))
        self.said.setVisible(bool(problems))

    # deeds

    def print(self) -> None:
        """To the print page, with what is filled in."""
        if self.flush():
            self.desk.print(BALLOT, (self._key,))

    def flush(self) -> bool:
        """Keep what is filled in; False = it could not be kept."""
        return self.desk.messages.attempt(lambda: keep_plan(self.desk.book, self._key, self.plan))

    def leave(self) -> None:
        """Go back; what is filled in stays. Where it cannot be kept now (told), neither page nor words go."""
        if self.flush():
            super().leave()


def _combo(choices: Sequence[tuple[str, str]], name: str) -> QComboBox:
    combo = CalmCombo()
    for value, words in choices:
        combo.addItem(words, value)
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo
