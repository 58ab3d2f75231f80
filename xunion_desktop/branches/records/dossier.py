"""Dossier: everything current about a union as one set of values, read and written across its dated rows.

Form and ledger speak of one union in flat values (name, start, years, members, chair …). What counts is kept as dated
rows; a change therefore ends one row and begins another on ``day``, and touches nothing that stays as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.branches import rules
from xunion_desktop.branches.records import facts
from xunion_desktop.branches.records.branch import Branch, Coverage, Employer
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.elections import back_to_normal, following
from xunion_desktop.branches.records.posts import AUDIT, audited, person_called
from xunion_desktop.branches.records.structure import ORGANS, STRUCTURE, Structure
from xunion_desktop.branches.rules import State
from xunion_desktop.branches.words import WITHOUT_COMMITTEE, Form, Post
from xunion_desktop.people.records import Person, known_people
from xunion_desktop.store.keys import new_key
from xunion_desktop.store.record import Record, columns_of

TERM = ("number", "start", "years")
HEADS = ("staff", "staff_women", "members", "members_women")
POSTS = {"chair": Post.CHAIR, "audit_chair": Post.AUDIT_CHAIR, "women_chair": Post.WOMEN_CHAIR}
STATE = ("state", "until")
_INTO = (Person, Employer, Branch, Coverage, Structure, Term, Headcount, StateChange, Officer)
_OWN = tuple(columns_of(Branch))


def dossiers(as_of: date, condition: Any = None) -> Iterator[dict[str, Any]]:
    """Yield the values of every union (of this condition), each with its key as ``id``."""
    own = [getattr(Branch, name) for name in _OWN]
    structure = [facts.structure(name, as_of).alias(name) for name in STRUCTURE]
    term = [facts.term(name, as_of).alias(name) for name in (*TERM, "end")]
    heads = [facts.heads(name, as_of).alias(name) for name in HEADS]
    posts = [facts.holder(post, as_of).alias(name) for name, post in POSTS.items()]
    chair = [facts.holder(Post.CHAIR, as_of, "phone").alias("chair_phone")]
    state = [facts.state(name, as_of).alias(name) for name in STATE]
    query: Any = Branch.select(Branch.id, *own, *structure, *term, *heads, *posts, *chair, *state)
    query = query.where(Branch.deleted_at.is_null())
    for row in (query if condition is None else query.where(condition)).dicts():
        row["state"] = row["state"] or State.NORMAL.value
        row["form"] = row["form"] or Form.SINGLE.value
        row |= {name: None if row[name] is None else bool(row[name]) for name in ORGANS}
        row["vacant"] = row["chair"] is None and row["form"] not in WITHOUT_COMMITTEE
        yield row


def dossier(key: str, as_of: date) -> dict[str, Any]:
    """Return the values of one union; empty where the book has none of this key."""
    return next(dossiers(as_of, Branch.id == key), {})


def afterwards(before: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a union as they will be; a new chair does not inherit the phone of the old one."""
    values = {**before, **told}
    if values.get("chair") != before.get("chair") and "chair_phone" not in told:
        values["chair_phone"] = None
    return values


class DossierWriter:
    """Writes dossiers inside one open deed. New rows are gathered and go in together at ``finish``."""

    def __init__(self, deed: Any, day: date) -> None:
        self.deed = deed
        self.day = day
        self._rows: dict[type[Record], list[dict[str, Any]]] = {record: [] for record in _INTO}
        self._elected: dict[str, str] = {}
        self._people = known_people()
        self._employers = {unit.name: unit.id for unit in Employer.alive().select(Employer.id, Employer.name)}

    def add(self, values: Mapping[str, Any], key: str = "") -> str:
        """Add a union with its term, counts, state and officers; return its key."""
        key = key or new_key()
        self._insert(Branch, {"id": key, **_chosen(values, _OWN)})
        told = {name: value for name, value in _chosen(values, STRUCTURE).items() if value is not None}
        self._insert(Structure, {"branch": key, **told})
        self._add_employer(key, values)
        if any(values.get(name) is not None for name in TERM):
            self._insert(Term, {"branch": key, **_chosen(values, TERM)})
        if any(values.get(name) is not None for name in HEADS):
            self._insert(Headcount, {"branch": key, "since": self.day.isoformat(), **_chosen(values, HEADS)})
        if values.get("state", State.NORMAL.value) != State.NORMAL.value:
            self._add_state(key, values)
        self._add_officers(key, values)
        return key

    def change(self, key: str, changed: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Write only what changed. ``values`` are all values as they will be (a chair's phone finds the person)."""
        if own := _chosen(changed, _OWN):
            self._save(Branch.get_by_id(key), own)
        if structure := _chosen(changed, STRUCTURE):
            self._change_dated(Structure, key, structure)
        if term := _chosen(changed, TERM):
            self._change_term(key, term)
        if heads := _chosen(changed, HEADS):
            self._change_dated(Headcount, key, heads)
        if _chosen(changed, STATE):
            self._add_state(key, values)
        for name, post in POSTS.items():
            if name in changed:
                self._change_holder(key, post, changed[name], values)
        if changed.get("vacant"):
            self._leave_vacant(key, values)
        if "chair_phone" in changed and "chair" not in changed:
            self._change_phone(key, changed["chair_phone"])

    def finish(self) -> None:
        """Put the gathered rows into the book, those first that others point to."""
        for record, rows in self._rows.items():
            if rows:
                self.deed.insert_many(record, rows)
                rows.clear()

    def _insert(self, record: type[Record], values: dict[str, Any]) -> str:
        row = {"id": new_key(), **values}
        self._rows[record].append(row)
        return str(row["id"])

    def _add_employer(self, key: str, values: Mapping[str, Any]) -> None:
        """The unit of a union that stands alone, its name made out of the union's (marked as such)."""
        single = values.get("form", Form.SINGLE.value) == Form.SINGLE.value
        name = rules.employer_name(values["name"]) if single and values.get("nature") else ""
        if not name:
            return
        if name not in self._employers:
            about = _chosen(values, ("nature", "industry", "township"))
            self._employers[name] = self._insert(Employer, {"name": name, "name_derived": True, **about})
        self._insert(Coverage, {"branch": key, "employer": self._employers[name]})

    def _add_state(self, key: str, values: Mapping[str, Any]) -> None:
        state = {"state": values["state"], "until": values.get("until"), "since": self.day.isoformat()}
        reason = _chosen(values, ("reason", "override", "document"))
        self._insert(StateChange, {"branch": key, **state, **reason})

    def _add_officers(self, key: str, values: Mapping[str, Any]) -> None:
        chair = ""
        for name, post in POSTS.items():
            if values.get(name):
                phone = values.get("chair_phone") if post is Post.CHAIR else None
                person = self._person(key, values[name], phone, {chair} if post in AUDIT else ())
                self._insert(Officer, {"branch": key, "holder": person, "post": post.value})
                chair = person if post is Post.CHAIR else chair
        if values.get("former_chair"):
            self._add_former(key, self._person(key, values["former_chair"], values.get("former_phone")))

    def _add_former(self, key: str, person: str) -> None:
        told = "台账记主席空缺，离任日期不详，按填报日期记"
        left = {"until": self.day.isoformat(), "remark": told}
        self._insert(Officer, {"branch": key, "holder": person, "post": Post.CHAIR.value, **left})

    def _person(self, key: str, name: str, phone: str | None, barred: Collection[str] = ()) -> str:
        """The key of the person of this name and phone, or of that name in this union; else a new one.

        One of ``barred`` is not meant by the name alone (EL-07): then it is another person of that name.
        """
        known = self._people.get((name, phone or key))
        if not phone and (known is None or known in barred):
            found = person_called(key, name, None, barred)
            known = found.id if found else None
        if known is None:
            known = self._insert(Person, {"name": name, "phone": phone})
        self._people[name, phone or key] = self._people[name, key] = known
        return known

    def _change_term(self, key: str, changed: dict[str, Any]) -> None:
        """Put the running term right, or let the next one begin: as many years, the next number, no extension."""
        term = _latest(Term, key, "start", self.day)
        if term is None or (changed.get("start") and term.start and _another(term, changed)):
            self._insert(Term, {"branch": key, **(following(term) if term else {}), **changed})
            if term and changed.get("start"):
                self._elected[key] = changed["start"]
            if back := back_to_normal(key, changed.get("start")):
                self._insert(StateChange, back)
            return
        self._save(term, changed)

    def _change_dated(self, record: Any, key: str, changed: dict[str, Any]) -> None:
        """Let a row begin on the day that has all values of the one before, but for what changed."""
        last, day = _latest(record, key, "since", self.day), self.day.isoformat()
        if last is not None and last.since == day:
            self._save(last, changed)
            return
        before = {name: getattr(last, name) for name in columns_of(record)} if last else {}
        self._insert(record, {**before, "branch": key, "since": day, **changed})

    def _change_holder(self, key: str, post: Post, name: str | None, values: Mapping[str, Any]) -> None:
        """End the holder of the post and let the next begin; no name leaves the post vacant.

        The day is ``day``, or that of the election where a new term begins with it.
        """
        day = self._elected.get(key, self.day.isoformat())
        for officer in self._holders(key, post):
            self._save(officer, {"until": day})
        if name:
            phone = values.get("chair_phone") if post is Post.CHAIR else None
            person = self._person(key, name, phone, audited(key, post))
            self._insert(Officer, {"branch": key, "holder": person, "post": post.value, "since": day})

    def _leave_vacant(self, key: str, values: Mapping[str, Any]) -> None:
        """The ledger calls the chair vacant: whoever holds it has left, and so has the one it still names."""
        held, former = self._holders(key, Post.CHAIR), values.get("former_chair")
        self._change_holder(key, Post.CHAIR, None, {})
        if former and former not in [officer.holder.name for officer in held]:
            self._add_former(key, self._person(key, former, values.get("former_phone")))

    def _holders(self, key: str, post: Post) -> list[Officer]:
        officers = Officer.alias()
        held = (officers.branch == key) & (officers.post == post.value) & facts.holds(officers, self.day)
        return list(officers.select().where(held))

    def _change_phone(self, key: str, phone: str | None) -> None:
        chair = facts.holder(Post.CHAIR, self.day, "id")
        found = Branch.select(chair.alias("chair")).where(Branch.id == key).scalar()
        if found:
            self._save(Person.get_by_id(found), {"phone": phone})

    def _save(self, record: Any, changed: Mapping[str, Any]) -> None:
        for name, value in changed.items():
            setattr(record, name, value)
        self.deed.save(record)


def _chosen(values: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: values[name] for name in names if name in values}


def _another(term: Term, changed: dict[str, Any]) -> bool:
    old, new = PartialDate.parse(term.start or ""), PartialDate.parse(changed["start"])
    return rules.is_new_term(old, new, term.number, changed.get("number"))


def _latest(record: Any, key: str, since: str, day: date) -> Any:
    """The newest row of the union that holds on ``day``, or holds from nobody knows when."""
    begun = getattr(record, since)
    held = (record.branch == key) & (begun.is_null() | (begun <= day.isoformat()))
    return record.alive().where(held).order_by(begun.desc(nulls="last"), record.id.desc()).first()
