"""First words: what the first run asks of the own union, and how it stands in a new book."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xunion_desktop.basics.codes import credit_code_problems
from xunion_desktop.basics.file_names import name_fault
from xunion_desktop.basics.problems import Problem
from xunion_desktop.store.book import Book

from . import rules
from .filling import fill, own_union_shipped
from .records import Prefix
from .values import office

_LABEL = "填写本单位资料"
_WHOLE, _PLACES = "总工会", "县市区旗"
_OF_THE_PLACE = ("region_code", "postcode", "area_code")  # shipped with values of another county


@dataclass(frozen=True)
class FirstWords:
    """Names and code of the own union, the beginning of its 代字 (兴工), and the second place for backups.

    What is empty is not known: nothing of the county that the program was shipped for stays in its place.
    """

    name: str
    short_name: str = ""
    superior: str = ""
    stem: str = ""
    code: str = ""
    second: Path | None = None

    def problems(self) -> list[Problem]:
        """What is wrong; the fields are called as here (ORG-45, DC-30)."""
        found = rules.name_problems({field: getattr(self, field) for field in rules.NAMES})
        if not any(problem.field == "name" for problem in found) and (fault := self._name_fault()):
            found.append(Problem(fault, "name"))
        found += credit_code_problems(self.code, new=True, field="code")
        return found + rules.prefix_problems(self.stem, "stem")

    def _name_fault(self) -> str:
        """The book is called so too."""
        return name_fault(self.name) if self.name else "没有填单位全称。"

    def write(self, book: Book) -> None:
        """Write them into a new book, as one deed; what was shipped for another county goes."""
        fill(book)
        own, shipped = office(), own_union_shipped()
        if self.name != shipped["name"]:
            for field in _OF_THE_PLACE:
                setattr(own, field, None)
        own.name = own.seal_text = self.name
        own.short_name = self.short_name or None
        own.superior, own.code = self.superior or None, self.code or None
        with book.deed(_LABEL) as deed:
            deed.save(own)
            for prefix in Prefix.alive():
                prefix.word = self.stem and self.stem + prefix.word.removeprefix(stem_of(shipped["name"]))
                deed.save(prefix)


def first_words() -> FirstWords:
    """What is proposed: the shipped values."""
    shipped = own_union_shipped()
    name = shipped["name"]
    return FirstWords(name, shipped["short_name"], shipped["superior"], stem_of(name), shipped["code"])


def stem_of(name: str) -> str:
    """The beginning of the 代字 of a county federation, as they are usually made: 兴县总工会 → 兴工 ("" = no idea)."""
    place = name.removesuffix(_WHOLE)
    return f"{place[0]}工" if place != name and len(place) > 1 and place[-1] in _PLACES else ""
