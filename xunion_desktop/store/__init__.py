"""The store: the book of an office, its records, who may write them and how, and what can be taken back.

A **book** (``book``) is a folder ``名称/``: the marker ``名称.xunion`` (``folder``), an encrypted database
(``database``: one connection per thread, cipher sqlcipher, a random key from the ``keyring``), and ``files/``, where
photos, scans and printed originals lie sealed, named by a keyed hash of their content (``files``). One program at a
time has it open on a PC (``lock``). It is made whole or not at all (``making``), and gets the tables of new rooms when
it is opened (``missing_tables``).

Who can open it is in the **keyring**: the book key, wrapped per user by argon2id and AES-GCM (``wrapping``) and once
under the ``recovery`` code, or, without log-in, kept by the system (``credentials``) or in clear. ``unlocking`` is how
somebody comes in, ``attempts`` makes wrong passwords wait, ``holders`` (``book.keys``) changes who may. Keys for files,
heads and proofs are made from the book key (``ciphers``). Where a log-in is set up later, the book gets another key
(``rekeying``, put in place by renames: ``swapping``; undone before the first, finished after it, by the next program if
need be, which first looks whether deeds were done since; other threads wait at the ``passage``), copies made before are
sealed where they can be reached (``sealing``; what a program that died ``owed`` is done by the next), and the
``former`` key is kept under the new one, so that they can still be restored.

A **record** (``record``) is a peewee model: its ``fields`` carry label, hint, kind and choices, from which ``columns``
are made for table, form, workbook, roster and search. Keys are UUIDv7 (``keys``). What holds from a day on is kept as
``dated`` rows. A **register** (``registers``) lists one kind of record: keys in order, rows by key, chips, counts.

Only a **deed** writes (``deeds``, by the ``gateway``, one at a time through the ``writer``): one clerk's action, one
transaction. Everything else is refused, by peewee and on the raw connection alike. The gateway writes by the raw driver
(``tables``), keeps ``sort_key`` and ``search_text`` (``derived``), lets nothing point to what is deleted (``links``),
and notes what changed (``changes``). Deleting only hides. Drafts and learned mappings are no business of the journal:
``book.note()`` writes them (``drafts``).

The **journal** (``journal``, its tables in ``entries``) has one row per deed and record, in the numbers of this copy of
the book (``replica``: its id lies on the PC, outside the book, so that two copies never issue the same numbers), with a
clock that never runs back (``clock``). Its rows are chained by hashes of salted hashes (``chain``): values may be
erased by law, and an altered row is found all the same. From it come ``history``, ``undo`` and redo (a new deed that
does the inverse) and the list of ``obstacles`` in the way.

Where the chains end is signed and kept outside the database at close and at backup (``heads``), and held against the
journal at the next opening (``lost``); which PC a replica is, ``machines`` tells; labels of deeds are chained by hashes
of their own (``labels``). What changed no record and must be told (log-ins, values shown in clear and why) is in the
``log``, chained like the rest; what came about while the book was shut is told as it opens (``tidings``). ``checking``
finds what was done outside the program, in parts (``check_…``) that no value somebody wrote can stop. ``bin`` restores
or takes out what was deleted; ``erasure`` takes values out by law.

A **copy** (``copies``) is made while the book is open: the database by the online backup API in one snapshot, sealed
files once each (``copying``), built beside and renamed (``building``). Then it is read from end to end and held against
what the book said of itself in that snapshot (``facts``, ``proving``); what was found stands signed in its ``proof``.
Backups of a book lie in one place (``shelf``; made by ``backup``), in their order, and are thinned (``thinning``), no
proved one for an unproved one, nor for one that was damaged since: it is read again first. The sealed files there are
``looking``-ed over every week; a damaged one is copied again; 体检 reads the latest backup again, and an older one in
its turn. ``restoring`` makes one of them the book again and keeps the present one beside it, and leaves a signed note
for its log (``restored``); ``package`` moves a book in one file. An older book is brought up to date by numbered steps
(``upgrades``), all or none, on a proved copy (``upgrading``). What is erased by law stays in the backups made before,
until they are thinned out; their sealed files stay as long as the place.

What the world does to disk and database is told as Trouble, in Chinese, with what to do (``disk_faults``, ``faults``);
the book is then as it was. What the log-in page reads (folder, keyring, shelf) loads no driver and no ciphers.

PostgreSQL one day: queries keep to what peewee offers on both (a test compiles every one of them), amounts are whole
fen, dates ISO text, and a server's database must be made with the collation C, so that it too compares bytewise.

Threat model
============

Protected, where the book asks for a log-in:

* **From who finds or takes the PC, the stick, a backup or a package.** Database, write-ahead log, sealed files, backups
  and packages are encrypted and authenticated; sorting happens in memory, not in files. Without a password or the
  recovery code the way in is to guess: each guess costs 64 MiB and three passes of argon2id, the code has 120 bits. A
  password that is easy to guess stays easy to guess. Readable without a key: names of the book and of who can log in,
  the number of wrong passwords, ids, versions, days and reasons of backups with their counts, sizes of files. In the
  settings of a PC, outside the book: who logged in there, as what and when, and how many unions and members there were.
* **From who sits down at the desk.** Log-in, lock after some minutes, growing waits. Waits hold up hands, not programs:
  they lie in a file that can be deleted.
* **From who kept an old keyring of a book that had no log-in yet.** The key lay in clear in it. When a log-in is set
  up, the book and its sealed files are encrypted with another key; the old one opens nothing that is written from then
  on. Backups here, in the second place (where it is plugged in) and books kept by restores get the password too; if the
  program dies before they have it, at the next log-in.
* **From quiet change.** An entry altered, removed, added or moved outside the program breaks the chain, which says who
  did what to which record, when, on which PC, and whether it took something back; a record altered outside differs from
  the journal; kept heads must lie in the chain, and what the keyring says is still to be done counts only where the key
  signed it. ``check`` names the entry. To do any of it takes the book key, so this is about insiders with tools;
  without it, an older database can be put in the place of the book's: seen at the next opening, before the heads are
  written anew (``lost``), logged, and named by every check until a backup from before is restored. Chained only since
  schema 3: what a deed was and on which PC. What was written before is held against the rows and the other deeds; of
  then, the name of a PC and whether a deed can be taken back can be changed unseen.
* **From loss.** A deed is whole or not there; a backup counts only when it was opened and compared; the latest is read
  again by 体检, and each before another one goes for its sake (one that nobody asks for may have rotted meanwhile: so
  restoring reads it first of all); a damaged book opens its window or the way to its backups; no upgrade begins without
  one; an attachment that is damaged in one place comes from the other, and costs no copy of all the rest; a forgotten
  password costs the walk to the safe, and a new code counts when it is on paper.
* **From keeping too long.** Erasure leaves hashes without salts, of which nothing can be guessed; freed pages are
  overwritten, the write-ahead log is emptied. Backups made before keep the values until they are thinned out, and their
  sealed files for good: who must be forgotten in scans too is forgotten when the place is deleted and begun anew.

Not protected:

* **Roles are kept by the program, not by cryptography.** Whoever can log in can get the book key and, with a tool, read
  and write everything, also what the role hides; a skilled one can write a false entry that a clerk could have written.
  The chain tells that and when it is there, not that it is true.
* **A tail cut off later than the last kept head** (journal, records and heads in the database all set back together, to
  a state at or after the last close or backup) cannot be seen; nor can the whole folder put back as it was, keyring
  included, unless a newer backup is held against it (an honest restore is in the log, signed for the state that it
  brought; only backups between that state and it may know more). So backups belong in a second place, in other hands.
* **A label in which somebody was erased** is no longer held by its hash: what else it says can be rewritten, as long as
  it says that something was erased, and something was.
* **A write-ahead log left by a killed program, with a byte flipped in it** since, is read up to that byte: SQLite takes
  the deeds behind it for never committed and says nothing. ``check`` finds it where a head was kept after them (at a
  backup); what was done between the last head and the kill is lost unseen.
* **Old keys.** A changed password does not change the book key, nor does a user taken out, or a new recovery code. Who
  kept an old keyring of a book with log-in and knows its password or code, or was once let in and took the key, can
  read later copies of the book. A stolen password is a reason to keep the folder and the sticks close, and to give the
  log-in up and set it up again, which changes the key.
* **Copies from before the log-in that nobody could reach**: sticks not plugged in, packages, folders copied by hand,
  and what a deleted file leaves on the disk. They open without a password and show what was in the book then.
* **A PC that is not one's own any more**: malware, a keyboard logger, an administrator of the PC, memory, swap and
  hibernation files while the book is open. Disk encryption of the system is against the last.
* **No log-in chosen** (``key`` in clear, or with the system's credential store): who has the folder, or the account of
  the PC, reads the book. The sealed files and the chain then still show damage, not strangers.
* **What leaves the book in clear on purpose**: workbooks, PDFs, prints; they are logged and carry a line.
* **A PostgreSQL server**, should there be one: its administrator reads its data.
"""
