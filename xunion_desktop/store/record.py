"""Record: one row of the book, and what every row has whatever room it belongs to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any, ClassVar, Self

import peewee as pw

from xunion_desktop.basics.problems import Problem

from .columns import Column, Kind
from .fields import Declared, Key, LongText, Text
from .keys import new_key

bound = pw.DatabaseProxy()  # the one open book of this process (design.md §3): the only global there is
BLANK = "（已删除个人信息）"  # what a record is called whose values were erased by law


def meta_of(record: type[pw.Model]) -> pw.Metadata:
    """Return what peewee knows of a class of records: table, fields, links."""
    return record._meta  # noqa: SLF001 - peewee documents it under this name


def bind(database: pw.Database, records: Collection[type[Record]]) -> None:
    """Make this the one open book of the process, of these records; a second one, or two of one table, is a bug."""
    if bound.obj is not None:
        raise RuntimeError("a process has one open book: close the other one first")
    names = [record.kind_of() for record in records]
    if len(set(names)) < len(names):
        raise RuntimeError(f"two classes of records have the same table: {sorted(names)}")
    bound.initialize(database)


def release(database: pw.Database) -> None:
    """Let another book be opened in this process, where this was the open one."""
    if bound.obj is database:
        bound.initialize(None)


class Record(pw.Model):
    """One row of the book. Only a deed (or a note, where ``journaled`` is False) writes it.

    ``label`` is what a clerk calls the kind (基层工会). ``sort_source`` is the field by which the record is sorted and
    known, ``search_sources`` the fields it is found by; the store keeps ``sort_key`` and ``search_text`` from them.
    ``person`` has names read as people's (单 is shan). ``fixed`` records are never undone (numbers, papers printed).
    """

    label: ClassVar[str] = ""
    fixed: ClassVar[bool] = False
    person: ClassVar[bool] = False
    journaled: ClassVar[bool] = True
    sort_source: ClassVar[str] = ""
    search_sources: ClassVar[tuple[str, ...]] = ()

    _dirty: set[str]  # peewee's: the fields set since the record was read

    id = Key(primary_key=True, default=new_key)
    sort_key = Text(default="")
    search_text = LongText(default="")
    deleted_at = Text(null=True)

    class Meta:
        """All records live in the one open book."""

        database = bound
        legacy_table_names = False

    @classmethod
    def validate_model(cls) -> None:
        """Index what is sorted and searched by, and let a deleted record free what must be unique."""
        meta = cls._meta
        meta.indexes = [index for index in meta.indexes if not isinstance(index, pw.Index)]  # not those of its parent
        if cls.sort_source:
            # the whole search is answered from the index, in order: a third of the time that the rows would take
            cls.add_index(cls.deleted_at, cls.sort_key, cls.id, cls.search_text)
        for field in meta.sorted_fields:
            if field.unique and not field.primary_key:
                field.unique = False
                cls.add_index(field, unique=True, where=cls.deleted_at.is_null())

    @classmethod
    def kind_of(cls) -> str:
        """Return the name under which journal, signals and About entries know this kind of record."""
        return str(cls._meta.table_name)

    @classmethod
    def has_book(cls) -> bool:
        """Whether a book is open that could hold records."""
        return bound.obj is not None

    @classmethod
    def alive(cls) -> pw.ModelSelect[Self]:
        """Select the records that are not deleted."""
        return cls.select().where(cls.deleted_at.is_null())

    def title(self) -> str:
        """Return how a clerk knows this record."""
        known_by = getattr(self, self.sort_source, None) if self.sort_source else None
        return str(known_by or self.label)

    def problems(self, today: date) -> list[Problem]:  # noqa: ARG002 - for those that have rules
        """Say what is wrong with the record's values."""
        return []

    def stays(self) -> str:
        """Say why the record may not be deleted; "" = it may."""
        return ""

    def prepare(self) -> None:
        """Fill the fields that follow from others; the gateway calls it before it writes."""

    @classmethod
    def held(cls, keys: Collection[str], names: Collection[str]) -> list[str]:  # noqa: ARG003 - for those that know one
        """Say why these fields of these records may not go back to what they were: what was issued still says so."""
        return []

    def mark_saved(self) -> None:
        """Take all fields as written."""
        self._dirty.clear()

    def mark_unsaved(self, names: set[str]) -> None:
        """Take fields as still to be written: what wrote them came to nothing."""
        self._dirty |= names


class About(Record):
    """An entry that stands on another record without a link: a print about a union, a note about a person.

    While a ``fixed`` one lives, the making of the record it is about cannot be undone.
    """

    about_kind = Text(default="", verbose_name="对象种类", help_text="这一条说的是哪一种记录")
    about_key = Key(default="", index=True, verbose_name="对象", help_text="这一条说的是哪一条记录")


OWN_FIELDS = frozenset({"id", "sort_key", "search_text", "deleted_at"})


@cache
def columns_of(record: type[Record]) -> dict[str, Column]:
    """Return the declared fields of a record as columns, in the order of declaration."""
    fields = (field for field in meta_of(record).sorted_fields if field.name not in OWN_FIELDS)
    return {field.name: _column(record, field) for field in fields}


def _column(record: type[Record], field: Any) -> Column:
    kind = field.kind if isinstance(field, Declared) else Kind.TEXT
    sorts_by = _sorts_by(record, field, kind)
    return Column(
        name=field.safe_name,
        label=field.verbose_name or "",
        kind=kind,
        hint=field.help_text or "",
        choices=tuple(field.choices or ()),
        required=not field.null and field.default is None,
        sensitive=getattr(field, "sensitive", False),
        sql=None if sorts_by is None else lambda as_of: sorts_by,
    )


def _sorts_by(record: type[Record], field: Any, kind: Kind) -> Any:
    """What a column is sorted by: names by their pinyin, choices in the order of the choices."""
    if kind is Kind.LINK or kind is Kind.FILE:
        return None
    if field.name == record.sort_source:
        return record.sort_key
    if kind is Kind.CHOICE:
        return pw.Case(field, [(value, place) for place, (value, _) in enumerate(field.choices or ())])
    return field
