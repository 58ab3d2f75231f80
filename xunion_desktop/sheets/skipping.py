"""Rows that are no data: title, notes, blank rows, totals, a header that is printed again in the middle."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xunion_desktop.sheets.cells import Row, all_blank, is_blank, plain
from xunion_desktop.sheets.header import Header
from xunion_desktop.sheets.labels import bare
from xunion_desktop.sheets.read import Sheet

_TOTAL = re.compile(r".{0,8}(?:合计|总计|小计|共计|累计)(?:数|人数|户数|家数)?")
_NOTE = re.compile(
    r"含个人信息，|(?:填[报表写]|制[表单]|审[核批]|复核|经办|统计|[主单]位|负责|报送|报表|联系|说明|备注|附?注|附件|日期|盖章)[^:：]{0,8}[:：]"
)


@dataclass
class Skipped:
    """The rows left aside, by their numbers in the sheet (from 1)."""

    title: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)

    def sentence(self) -> str:
        """跳过：标题 1 行、填报说明 2 行、合计 1 行、空行 2 行; "" if nothing was skipped."""
        kinds = (
            ("标题", self.title),
            ("填报说明", self.notes),
            ("合计", self.totals),
            ("重复的表头", self.repeated),
            ("空行", self.blank),
        )
        counts = "、".join(f"{word} {len(rows)} 行" for word, rows in kinds if rows)
        return f"跳过：{counts}" if counts else ""


def data_rows(
    sheet: Sheet, header: Header, name_column: int, serial_column: int, ignored: int
) -> tuple[list[int], Skipped]:
    """Indexes of the rows that hold data, and what was skipped. A column index of -1 means there is none."""
    skipped = Skipped()
    above = [row for row in range(header.first) if not all_blank(sheet.rows[row])]
    skipped.title = [row + 1 for row in above[:1]]
    skipped.notes = [row + 1 for row in above[1:]]
    headings = [_texts(sheet.rows[row]) for row in range(header.first, header.last + 1)]
    data = []
    for index in range(header.last + 1, len(sheet.rows)):
        row = sheet.rows[index]
        filled = [place for place, cell in enumerate(row) if cell != "" and not is_blank(cell) and place != ignored]
        if not filled or (filled == [serial_column] and plain(row[serial_column]).isdecimal()):
            skipped.blank.append(index + 1)  # rows numbered beforehand and never filled are blank too
        elif _is_total(row, filled, name_column):
            skipped.totals.append(index + 1)
        elif _is_note(row, filled, name_column):
            skipped.notes.append(index + 1)
        elif any(_repeats(row, filled, heading) for heading in headings):
            skipped.repeated.append(index + 1)
        else:
            data.append(index)
    return data, skipped


def _texts(row: Row) -> list[str]:
    return [plain(cell) for cell in row]


def _is_total(row: Row, filled: list[int], name_column: int) -> bool:
    places = {filled[0], name_column} if name_column in filled else {filled[0]}
    return any(isinstance(row[place], str) and _TOTAL.fullmatch(bare(plain(row[place]))) for place in places)


def _is_note(row: Row, filled: list[int], name_column: int) -> bool:
    """A remark under or between the data: 填表人：…, or a lone text where no name stands."""
    first = filled[0]
    if not isinstance(row[first], str) or (name_column in filled and name_column != first):
        return False
    if _NOTE.match(plain(row[first])):
        return True
    return len(filled) == 1 and name_column not in {first, -1}


def _repeats(row: Row, filled: list[int], heading: list[str]) -> bool:
    same = sum(plain(row[place]) == heading[place] for place in filled if place < len(heading))
    return same >= max(2, (len(filled) + 1) // 2)
