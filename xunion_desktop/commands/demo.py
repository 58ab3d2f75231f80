"""demo: a book with a county of fictional units and people, of any size, the same for the same seed."""

from argparse import Namespace

from xunion_desktop.catalogue import fill_demo

from .books import first_code, make_book, tell_code
from .console import Code, WrongUsage, answer, say
from .log_in import owner_told


def run(options: Namespace) -> int:
    """Make the book, protected where XUNION_USER and XUNION_PASSWORD are set.

    Trouble where one stands there already, wrong usage where there are too few members.
    """
    members = options.members if options.branches else 0
    if members < options.branches:
        raise WrongUsage(f"{options.branches} 家工会，会员不能少于 {options.branches} 人，不是 {members} 人。")
    with make_book(options.book, owner=owner_told()) as book:
        fill_demo(book, branches=options.branches, members=members, seed=options.seed, today=options.today)
        place, code = book.folder, first_code(book)
    if options.json:
        made = {"book": str(place), "branches": options.branches, "members": members, "seed": options.seed}
        answer({**made, "recovery_code": code} if code else made)
    else:
        counted = f"基层工会 {options.branches} 家，会员 {members} 人（不算已并入、撤销、未建会的）"
        say(f"演示县已写到“{place}”：{counted}，都是虚构的。")
        tell_code(code)
    return Code.DONE
