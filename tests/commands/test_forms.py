"""forms: the list of printed forms."""

from xunion_desktop.basics.resources import form_ids


def test_every_form_is_listed(run):
    assert sorted(line["id"] for line in run("forms", "--json").data) == form_ids()


def test_a_form_is_told_with_title_kind_and_room(run):
    (reminder,) = (line for line in run("forms", "--json").data if line["id"] == "branches/election_reminder")
    assert reminder == {
        "id": "branches/election_reminder",
        "title": "换届提醒函",
        "kind": "letter",
        "room": "branches",
    }


def test_a_person_reads_one_line_per_form(run):
    said = run("forms")
    assert said.code == 0
    assert "branches/election_reminder  换届提醒函（letter，branches）" in said.out.splitlines()
