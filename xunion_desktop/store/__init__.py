"""The store: the book of an office, its records, who may write them and how, and what can be taken back.

A **book** (``book``) is a folder ``名称/``: the marker ``名称.xunion`` (``folder``), an encrypted database
(``database``: one connection per thread, cipher sqlcipher, a random key from the ``keyring``), and ``files/``, where
photos, scans and printed originals lie sealed, named by a keyed hash of their content (``files``). One program at a
time has it open on a PC (``lock``). It is made whole or not at all (``making``), and gets the tables of new rooms when
it is opened (``upgrades``).

A **record** (``record``) is a peewee model: its ``fields`` carry label, hint, kind and choices, from which ``columns``
are made for table, form, workbook, roster and search. Keys are UUIDv7 (``keys``). What holds from a day on is kept as
``dated`` rows. A **register** (``registers``) lists one kind of record: keys in order, rows by key, chips, counts.

Only a **deed** writes (``deeds``, by the ``gateway``, one at a time through the ``writer``): one clerk's action, one
transaction. Everything else is refused, by peewee and on the raw connection alike. The gateway writes by the raw driver
(``tables``), keeps ``sort_key`` and ``search_text`` (``derived``), lets nothing point to what is deleted (``links``),
and notes what changed (``changes``). Deleting only hides. Drafts and learned mappings are no business of the journal:
``book.note()`` writes them (``drafts``).

The **journal** (``journal``, its tables in ``entries``) has one row per deed and record, in the numbers of this copy of
the book (``replica``: its id lies on the PC, outside the book, so that two copies never issue the same numbers), with
a clock that never runs back (``clock``). Its rows are chained by hashes of salted hashes (``chain``): values may be
erased by law, and an altered row is found all the same. From it come ``history``, ``undo`` and redo (a new deed that
does the inverse) and the list of ``obstacles`` in the way.

What the world does to disk and database is told as Trouble, in Chinese, with what to do (``faults``); the book is then
as it was. Not here yet: wrapping the key by passwords, users, backup, ``check``, numbered upgrades (issue 3).

PostgreSQL one day: queries keep to what peewee offers on both (a test compiles every one of them), amounts are whole
fen, dates ISO text, and a server's database must be made with the collation C, so that it too compares bytewise.
"""
