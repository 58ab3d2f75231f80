"""print: one form for the records of a filter, as one PDF, as Word files, or both.

Numbers are issued for the PDF, unless it is a draft; Word files are written first, without numbers.
"""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.catalogue import PAPERS, ROOMS, register
from xunion_desktop.documents.copies import Copy, Prepared
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.word_files import SUFFIX
from xunion_desktop.office.pc_clock import MEND

from .books import chip_of, chosen, demand_sight, open_book
from .console import Code, WrongUsage, answer, say, say_list, spoken
from .targets import be_sure_of

_AGAIN = Problem("已经印过，没有再取号。", remedy="要按原号补打用 reprint；要再取一个号，请加 --again。")


def run(options: Namespace) -> int:
    """Print every copy that nothing refuses; problems are listed and make the exit code 1."""
    card = chosen(PAPERS, options.form, "印刷件")
    if options.out is None and options.word is None:
        raise WrongUsage("要给 --out X.pdf 或者 --word 文件夹。")
    if options.out is not None:
        be_sure_of(options.out, [".pdf"], options.book)
    with open_book(options.book) as book:
        demand_sight(book, card)
        records = register(card.register, options.today)
        chip = chip_of(records, options.where or card.chip)
        keys = records.keys(chip.id, as_of=options.today)
        desk = PrintDesk(book, ROOMS, options.today, book.user, made=options.made)
        prepared = desk.prepare(card.form, keys)
        if not (options.draft or options.rest):
            demand_characters(prepared)
        if options.out and not options.draft and options.made is None:
            demand_clock(desk, prepared)
        words = write_words(desk, prepared, options.word, options.book) if options.word else []
        if options.out and not options.draft and not options.again:
            prepared = held_back(prepared)
        wanted = prepared.printable and options.out
        numbers = write(desk, prepared, options.out, draft=options.draft) if wanted else ""
    if options.json:
        answer(account(prepared, numbers, options.out) | {"words": [str(word) for word in words]})
    else:
        tell(prepared, numbers, options, chip.label)
        say(*([f"Word 文件 {len(words)} 个：{options.word}"] if words else []))
    whole = prepared.copies and len(prepared.printable) == len(prepared.copies)
    return Code.DONE if whole else Code.PROBLEMS


def demand_characters(prepared: Prepared) -> None:
    """Stop before the first sheet where a character is in no font: a gap in a name is mended, not printed around."""
    lacking = [copy for copy in prepared.copies if copy.lacking]
    if lacking:
        told = "".join(lines(lacking, Level.ERROR))
        remedy = "请改用别的字；要先印其余的，请加 --rest。"
        raise Trouble(f"一份也没有印，没有取文号，有 {len(lacking)} 份缺字：{told}", remedy)


def demand_clock(desk: PrintDesk, prepared: Prepared) -> None:
    """Stop before a wrong clock gives numbers of a wrong year; who says which day it is (--today) knows it."""
    if said := desk.wrong_clock(prepared):
        raise Trouble(f"没有印，没有取文号：{said}", f"{MEND}确实要记成哪一天的，请加 --today。")


def held_back(prepared: Prepared) -> Prepared:
    """Leave out those that have this paper under a number already: nobody asked for another number."""
    before = prepared.before if prepared.prefix else {}
    copies = (
        replace(copy, problems=(*copy.problems, _AGAIN)) if copy.key in before else copy for copy in prepared.copies
    )
    return replace(prepared, copies=tuple(copies))


def write(desk: PrintDesk, prepared: Prepared, target: Path, *, draft: bool) -> str:
    """Write the PDF; the numbers that were issued for it, '' for a draft."""
    if draft:
        desk.save_draft(prepared, target)
        return ""
    return desk.issue_pdf(prepared, prepared.printable, target).numbers


def write_words(desk: PrintDesk, prepared: Prepared, target: Path, book: str) -> list[Path]:
    """Write the Word files into the folder; a single one may be given its own name."""
    if target.suffix.lower() != SUFFIX:
        be_sure_of(target / f"x{SUFFIX}", [SUFFIX], book)
        return desk.save_words(prepared, target)
    be_sure_of(target, [SUFFIX], book)
    if len(prepared.printable) > 1:
        raise WrongUsage(f"有 {len(prepared.printable)} 份，--word 后面要给一个文件夹，一份一个文件。")
    for place in prepared.printable:
        desk.save_word(prepared, prepared.copies[place], target)
    return [target] if prepared.printable else []


def account(prepared: Prepared, numbers: str, target: Path | None) -> dict[str, Any]:
    """The answer for a program."""
    return {
        "form": prepared.form,
        "printed": [copy.name for copy in prepared.copies if copy.printable],
        "refused": [{"name": copy.name, "reasons": reasons(copy, Level.ERROR)} for copy in refused(prepared)],
        "doubts": [{"name": copy.name, "reasons": reasons(copy, Level.DOUBT)} for copy in doubtful(prepared)],
        "notes": [spoken(note) for note in prepared.notes],
        "sheets": prepared.sheets,
        "numbers": numbers,
        "file": str(target) if prepared.printable and target else "",
    }


def tell(prepared: Prepared, numbers: str, options: Namespace, chip: str) -> None:
    """The answer for a person."""
    if not prepared.copies:
        say(f"“{chip}”里没有符合的记录，什么也没有印。")
        return
    printed = len(prepared.printable)
    if options.out is None:
        say(f"“{chip}”共 {len(prepared.copies)} 份{prepared.title}，能印的 {printed} 份，没有取文号。")
    else:
        say_printed(prepared, numbers, options, chip)
    say_list("请看模板", map(spoken, prepared.notes))
    say_list("没有印", lines(refused(prepared), Level.ERROR))
    say_list("印了，请看", lines(doubtful(prepared), Level.DOUBT))


def say_printed(prepared: Prepared, numbers: str, options: Namespace, chip: str) -> None:
    """The sentence on what was printed, or that nothing could be."""
    printed = len(prepared.printable)
    told = f"“{chip}”共 {len(prepared.copies)} 份{prepared.title}，印了 {printed} 份 {prepared.sheets} 张"
    ending = f"，文号 {numbers}" if numbers else "，草稿，没有取文号" if options.draft else ""
    say(f"{told}{ending}：{options.out}" if printed else f"“{chip}”共 {len(prepared.copies)} 份，都不能印。")


def refused(prepared: Prepared) -> list[Copy]:
    """The copies that may not be printed."""
    return [copy for copy in prepared.copies if not copy.printable]


def doubtful(prepared: Prepared) -> list[Copy]:
    """The copies that are printed with a doubt."""
    return [copy for copy in prepared.copies if copy.printable and reasons(copy, Level.DOUBT)]


def reasons(copy: Copy, level: Level) -> list[str]:
    """The sentences of that weight about one copy."""
    return [spoken(problem) for problem in copy.problems if problem.level is level]


def lines(copies: Iterable[Copy], level: Level) -> Sequence[str]:
    """One line per copy."""
    return [f"{copy.name}：{''.join(reasons(copy, level))}" for copy in copies]
