"""Trouble: the one exception for what the world does to us (disk full, file open elsewhere, wrong sheet).

Wrong input is no exception but a list of :class:`~xunion_desktop.basics.problems.Problem`; everything else is a bug
and is not caught (design.md §5).
"""


class Trouble(Exception):
    """One thing that went wrong outside the program, told to a clerk.

    ``sentence`` says in Chinese what happened; ``remedy`` says what to do now (may be empty).
    Raise it ``from`` the technical error, so that the log keeps the cause.
    """

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence + remedy)
        self.sentence = sentence
        self.remedy = remedy


class Cancelled(Exception):
    """The clerk pressed 取消 on a long job; whoever started the job says so and nothing was changed."""
