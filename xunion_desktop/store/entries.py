"""The tables of the journal: deeds, their rows, and the ends of the chains."""

from __future__ import annotations

import peewee as pw

from .record import bound

DONE, UNDONE, REDONE, LOGGED = "done", "undone", "redone", "logged"


class DeedEntry(pw.Model):
    """One deed: what the clerk did in one go. ``first``–``last`` are its journal rows, in the numbers of ``replica``.

    ``role`` says whether it did something, or took a deed back (``undoes``), or took that back again, or only
    wrote the log. ``undone_by`` names the deed that took this one back.
    """

    id = pw.TextField(primary_key=True)
    replica = pw.TextField()
    first = pw.BigIntegerField()
    last = pw.BigIntegerField()
    clock = pw.BigIntegerField(index=True)
    label = pw.TextField()
    user = pw.TextField()
    count = pw.BigIntegerField()
    kinds = pw.TextField()
    fixed = pw.BooleanField()
    role = pw.TextField()
    undoes = pw.TextField(null=True)
    undone_by = pw.TextField(null=True)

    class Meta:
        """The deeds of the open book."""

        database = bound
        table_name = "store_deed"


class JournalEntry(pw.Model):
    """One change of one record by one deed (``chain.Row``). ``parent`` is the record's previous row."""

    replica = pw.TextField()
    number = pw.BigIntegerField()
    deed = pw.TextField()
    room = pw.TextField()
    kind = pw.TextField()
    key = pw.TextField(index=True)
    parent = pw.TextField(null=True)
    clock = pw.BigIntegerField()
    schema = pw.BigIntegerField()
    act = pw.TextField()
    plain = pw.BlobField(null=True)
    secret = pw.BlobField(null=True)
    salt = pw.BlobField(null=True)
    plain_hash = pw.BlobField()
    secret_hash = pw.BlobField()
    chain = pw.BlobField()

    class Meta:
        """The journal of the open book."""

        database = bound
        table_name = "store_journal"
        primary_key = pw.CompositeKey("replica", "number")


class ChainHead(pw.Model):
    """Where the chain of a replica and room ends."""

    replica = pw.TextField()
    room = pw.TextField()
    number = pw.BigIntegerField()
    chain = pw.BlobField()

    class Meta:
        """The heads of the open book."""

        database = bound
        table_name = "store_head"
        primary_key = pw.CompositeKey("replica", "room")


class ReplicaEntry(pw.Model):
    """On which PC the rows of a replica were written."""

    replica = pw.TextField(primary_key=True)
    machine = pw.TextField()
    since = pw.TextField()

    class Meta:
        """The replicas of the open book."""

        database = bound
        table_name = "store_replica"


class LabelEntry(pw.Model):
    """The salted hash of a deed's label; without salt, names were erased in the label."""

    deed = pw.TextField(primary_key=True)
    salt = pw.BlobField(null=True)
    hash = pw.BlobField()

    class Meta:
        """The hashes of the labels of the open book."""

        database = bound
        table_name = "store_label"


OWN_TABLES: tuple[type[pw.Model], ...] = (DeedEntry, JournalEntry, ChainHead, ReplicaEntry, LabelEntry)
