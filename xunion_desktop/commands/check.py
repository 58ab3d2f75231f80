"""check: whether the book is as the program left it, and which entry was touched if not."""

from argparse import Namespace

from xunion_desktop.basics.problems import Level
from xunion_desktop.store.checking import check
from xunion_desktop.store.findings import Finding

from .books import open_book
from .console import Code, answer, say


def run(options: Namespace) -> int:
    """Check the book, against the heads of these backups too; 1 where something was found."""
    with open_book(options.book) as book:
        found = check(book, options.backups)
    faults = [finding for finding in found if finding.level is not Level.HINT]
    if options.json:
        answer({"whole": not faults, "findings": [told(finding) for finding in found]})
    else:
        say(*(f"{finding.sentence}{finding.remedy}" for finding in found))
        say(f"共有 {len(faults)} 处不对。" if faults else "没有发现问题：记录、变更记录和附件都和程序写下的一样。")
    return Code.PROBLEMS if faults else Code.DONE


def told(finding: Finding) -> dict[str, str]:
    """A finding as a program reads it."""
    where = {"kind": finding.kind, "key": finding.key, "deed": finding.deed}
    return {"level": finding.level, "sentence": finding.sentence, "remedy": finding.remedy, **where}
