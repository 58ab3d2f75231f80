"""What was printed before: found again, printed again under its number, or marked 作废. Never undone (design §3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.room import PaperItem
from xunion_desktop.paper.keeping import thaw
from xunion_desktop.paper.pages import Page
from xunion_desktop.store.book import Book

from .addressing import recipients
from .figures import KIND
from .kinds import format_of
from .records import ASKED_AT_ONCE, ORIGINAL, VOID, Number, Printing, latest_originals
from .words import EACH, TO


def already_printed(form_id: str, keys: Sequence[str]) -> dict[str, Printing]:
    """Give, for each record that had this paper before, the line of its latest original that is not void."""
    return latest_originals(keys, Printing.form == form_id)


def printed_before(line: Printing, today: date) -> Problem:
    """Say that this paper went out before: 10-19 已印原件，文号 兴工函〔2026〕21号。"""
    day = date.fromisoformat(line.day)
    said = line.day[5:] if day.year == today.year else line.day
    numbered = f"，文号 {line.number_text}" if line.number_text else ""
    return Problem(f"{said} 已印原件{numbered}。", level=Level.DOUBT, remedy="不必再印就去掉这一份。")


def printed_when(line: Printing, today: date) -> str:
    """Say in a few characters how long ago: 今天印过, 本月印过, 上月印过, 印过."""
    day = date.fromisoformat(line.day)
    if day == today:
        return "今天印过"
    months_ago = (today.year - day.year) * 12 + today.month - day.month
    return {0: "本月印过", 1: "上月印过"}.get(months_ago, "印过")


def item_of(line: Printing) -> PaperItem:
    """Give whom or what a line of the register was printed about, with its words."""
    draft = line.about_kind == KIND
    by_name = draft and line.form_title != format_of(str(line.form))
    title = line.name if draft and not by_name else line.form_title
    return PaperItem(line.about_kind, line.about_key, line.name, line.given_words, title=title, by_name=by_name)


def of_same_number(line: Printing) -> int:
    """Count the papers that bear this number: one, or as many as it was sent to by name; reprints do not count."""
    if line.number is None:
        return 1
    return int(Printing.alive().where((Printing.number == line.number) & (Printing.kind == ORIGINAL)).count())


def sent_to(line: Printing) -> set[str]:
    """Name all that were sent this paper under its number (分送); reprints do not count."""
    same = (Printing.number == line.number) & (Printing.about_key == line.about_key) & (Printing.kind == ORIGINAL)
    return {one.given_words.get(TO, "") for one in Printing.alive().where(same)}


def left_out(words: Mapping[str, str], line: Printing) -> list[str]:
    """Name those in a draft's list (分送) that were not printed for when it was issued."""
    named = recipients(words.get(EACH, ""))
    had = sent_to(line) if named else set()
    return [name for name in named if name not in had]


def number_of(key: str, spelled: str) -> Number:
    """Give the number that this record was issued under; Trouble where it was marked 作废 meanwhile."""
    own = (Printing.about_key == key) & (Printing.number_text == spelled) & (Printing.kind == ORIGINAL)
    line = Printing.alive().where(own).first()
    if line is None:
        raise Trouble(f"文号 {spelled} 已经作废，不能再用它印。", "请关掉这一页，重新打印，会取新的文号。")
    found: Number = line.number
    return found


def pages_of(book: Book, line: Printing) -> list[Page]:
    """Give the kept pages of one line of the print register; Trouble where none were kept."""
    if line.batch is None:
        raise Trouble("这份文件不编号，没有封存版面。", "请从台账重新打印。")
    first, last = line.first_page, line.last_page
    return thaw(book.files.get(line.batch.pages_file))[first - 1 : last]


def void(book: Book, lines: Sequence[Printing], reason: str, today: date, user: str = "") -> None:
    """Mark papers 作废, with their numbers and every reprint of these numbers; one deed. What is void already stays so,
    with the reason it has.

    The numbers stay taken, so that the year has no gap (DC-30).
    """
    if not reason.strip():
        raise Trouble("没有写作废原因。", "请写明为什么作废。")
    lines = [line for line in lines if line.kind != VOID]
    remark = f"{today.isoformat()} 作废：{reason.strip()}"
    numbers = {line.number.id: line.number for line in lines if line.number}
    with book.deed(f"作废 {len(lines)} 份", user=user) as deed:
        for number in numbers.values():
            number.state, number.reason = VOID, reason.strip()
            deed.save(number)
        for line in _with_reprints(lines, list(numbers)):
            line.kind, line.remark = VOID, remark
            deed.save(line)


def _with_reprints(lines: Sequence[Printing], numbers: Sequence[str]) -> list[Printing]:
    of_numbers: list[Printing] = []
    for start in range(0, len(numbers), ASKED_AT_ONCE):
        some = Number.id.in_(numbers[start : start + ASKED_AT_ONCE])
        of_numbers.extend(Printing.alive().join(Number).where(some))
    return [line for line in {line.id: line for line in (*lines, *of_numbers)}.values() if line.kind != VOID]
