"""undo: take back the last deed, or say what stands in the way."""

from argparse import Namespace

from .books import open_book
from .console import Code, answer, say, say_list


def run(options: Namespace) -> int:
    """Undo the last deed of the book that is not undone yet."""
    with open_book(options.book) as book:
        outcome = book.undo()
    if options.json:
        answer({"done": outcome.done, "label": outcome.label, "obstacles": list(outcome.obstacles)})
    elif outcome.done:
        say(f"已撤销：{outcome.label}。")
    elif outcome.label:
        say(f"没有撤销：{outcome.label}。")
        say_list("下面这些挡住了它，要先另行处理", outcome.obstacles)
    else:
        say("没有可以撤销的操作。")
    return Code.DONE if outcome.done else Code.PROBLEMS
