"""The fictional people and units of the demo county (PL-05): real places, everything else made up, from a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from xunion_desktop.basics.codes import credit_code_check
from xunion_desktop.basics.resources import resource_table

REGION = "141123"
_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_RARE_EVERY = 23


@dataclass(frozen=True)
class Unit:
    """One made-up unit: the stem of the names of its union and itself."""

    name: str
    township: str
    nature: str
    industry: str


@cache
def words() -> dict[str, Any]:
    """The name parts of the demo county."""
    return resource_table("demo", "county.toml")


class County:
    """Makes units and people, never the same unit or id number twice."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._units = 0
        self._people = 0
        self._numbers: set[str] = set()

    def unit(self) -> Unit:
        """The next unit: the townships in turn, each with every kind of unit before one comes again with a brand."""
        places, kinds, brands = words()["townships"], words()["units"], words()["brands"]
        round_, place = divmod(self._units, len(places))
        again, kind = divmod(round_, len(kinds))
        self._units += 1
        name, nature, industry = kinds[(kind + place * 7) % len(kinds)]
        return Unit(places[place] + self._branded(name, again, brands), places[place], nature, industry)

    def _branded(self, name: str, again: int, brands: Sequence[str]) -> str:
        if not again:
            return str(name)
        row, brand = divmod(again - 1, len(brands))
        number = str(row + 1) if row else ""
        return f"示例{brands[brand]}{number}{name.removeprefix('示例')}"

    def code(self) -> str:
        """A credit code of a grassroots union of this county, valid in both checks (ORG-45)."""
        body = "MC" + "".join(self.chance.choice("0123456789") for _ in range(6))
        total = sum(_CODE_CHARACTERS.index(c) * weight for c, weight in zip(body, _INNER_WEIGHTS, strict=True))
        inner = {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))
        first17 = f"81{REGION}{body}{inner}"
        return first17 + credit_code_check(first17)

    def person(self, today: date, *, woman: bool | None = None) -> dict[str, Any]:
        """A person of working age with id number (ORG-46) and phone, as values of a Person."""
        self._people += 1
        female = self.chance.random() < 0.4 if woman is None else woman
        born = today - timedelta(days=self.chance.randint(25 * 365, 59 * 365))
        given = self.chance.choice(words()["women" if female else "men"])
        if self._people % _RARE_EVERY == 0:
            given = self.chance.choice(words()["rare"])
        return {
            "name": self.chance.choice(words()["surnames"]) + given,
            "sex": "女" if female else "男",
            "id_number": self._id_number(born, female),
            "birth": born.isoformat(),
            "phone": f"1{self.chance.choice('35789')}{self.chance.randint(0, 10**9 - 1):09d}",
            "nation": "汉族",
            "politics": self.chance.choice(("中共党员", "中共党员", "群众")),
        }

    def _id_number(self, born: date, female: bool) -> str:
        while True:
            order = self.chance.randint(1, 499) * 2 - (0 if female else 1)
            number = f"{REGION}{born:%Y%m%d}{order:03d}"
            if number not in self._numbers:
                self._numbers.add(number)
                return number + id_check(number)


def id_check(first17: str) -> str:
    """The 18th character of an id number (ORG-46, GB 11643)."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(first17))
    return _ID_CHECKS[total % 11]


def shares(total: int, parts: int, chance: random.Random) -> list[int]:
    """Split ``total`` into so many parts, few of them large: exactly the total, and none negative."""
    if parts == 0:
        return []
    weights = [chance.lognormvariate(0, 1.1) for _ in range(parts)]
    whole = sum(weights)
    split = [int(total * weight / whole) for weight in weights]
    for place in range(total - sum(split)):
        split[place % parts] += 1
    return split
