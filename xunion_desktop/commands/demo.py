"""demo: a book with a county of fictional units and people, of any size, the same for the same seed."""

from argparse import Namespace

from xunion_desktop.branches.demo import demo

from .books import make_book
from .console import Code, answer, say


def run(options: Namespace) -> int:
    """Make the book; Trouble where one stands there already."""
    with make_book(options.book) as book:
        demo(book, branches=options.branches, members=options.members, seed=options.seed, today=options.today)
        place = book.folder
    if options.json:
        answer({"book": str(place), "branches": options.branches, "members": options.members, "seed": options.seed})
    else:
        say(f"演示县已写到“{place}”：基层工会 {options.branches} 家，会员 {options.members} 人，都是虚构的。")
    return Code.DONE
