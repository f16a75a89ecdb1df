"""Are columns understood by name, as said, as guessed, and is a doubtful header refused?"""

from pathlib import Path
from typing import Any

import pytest

from talentdb.errors import OptionMisused, UnknownChoice
from talentdb.imports.recipe import Taken, mapped, pairs
from tests.imports.understood import understood


@pytest.mark.parametrize(
    ("header", "row", "kind", "texts"),
    [
        ("Name,Employer,Position", "Ada,Acme,Chief", "roles", "person organisation title"),
        (
            "name,company,from,to",
            "Ada,Acme,2020,2021",
            "roles",
            "person organisation started ended",
        ),
        (
            "who,company,joined,left",
            "Ada,Acme,2020,2021",
            "roles",
            "person organisation started ended",
        ),
        ("name,from,to", "Ada,Acme,Globex", "moves", "person from to"),
        ("name,old employer,new employer,when", "Ada,A,B,2020", "moves", "person from to date"),
        (
            "person,organisation,URL",
            "Ada,Acme,https://example.org",
            "roles",
            "person organisation source",
        ),
    ],
)
def test_familiar_words_are_guessed(
    tmp_path: Path, header: str, row: str, kind: str, texts: str
) -> None:
    found = understood(tmp_path, f"{header}\n{row}\n")
    assert found.problems == ()
    assert found.rows == {kind: [dict(zip(texts.split(), row.split(","), strict=True))]}
    assert any("guessed that" in note for note in found.notes)


def test_from_and_to_whose_cells_are_dates_are_no_organisations(tmp_path: Path) -> None:
    found = understood(tmp_path, "person,from,to\nAda,2020,Mar 2021\n")
    assert found.rows == {}
    assert {line for line, _, _ in found.places} == {1}


def test_our_own_words_need_no_guess(tmp_path: Path) -> None:
    assert understood(tmp_path, "Person,Organization\nAda,Acme\n").notes == []


def test_columns_are_mapped_set_and_ignored(tmp_path: Path) -> None:
    found = understood(
        tmp_path,
        "who is it,where,pay\nAda,Acme,1\n",
        columns={"person": "Who is it", "organisation": "#2"},
        constants={"kind": "advisor"},
        ignore=("pay",),
    )
    assert found.rows == {"roles": [{"person": "Ada", "organisation": "Acme", "kind": "advisor"}]}


def test_column_to_be_ignored_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = "person,organisation,pay\nAda Example,Acme,1\n"
    found = understood(tmp_path, text, ignore=("pay", "titel"))
    assert found.notes[-1] == "to be ignored, but no column here: titel"


def test_several_columns_make_one_field(tmp_path: Path) -> None:
    text = "first,last,organisation,a,b\nAda,Example,Acme,https://a.example,https://b.example\n"
    columns = {"person": Taken(("first", "last")), "source": Taken(("a", "b"))}
    (row,) = understood(tmp_path, text, columns=columns).rows["roles"]
    assert (row["person"], row["source"]) == (
        "Ada Example",
        "https://a.example | https://b.example",
    )


def test_problems_speak_in_the_words_of_the_file(tmp_path: Path) -> None:
    found = understood(tmp_path, "name,company,from\nAda,Acme,2020-13\nBob,,2020\n")
    assert found.places == [(2, "from", "2020-13"), (3, "company", "")]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"columns": {"person": "whom"}}, "'whom', which is no column here; there are: who, who"),
        ({"columns": {"person": "who"}}, "there twice: say #1 or #2"),
    ],
)
def test_a_column_that_is_not_there_or_twice_is_told(
    tmp_path: Path, said: dict[str, Any], why: str
) -> None:
    with pytest.raises(OptionMisused, match=why):
        understood(tmp_path, "who,who,organisation\nAda,Bob,Acme\n", **said)


def test_twice_the_same_column_is_refused_unless_one_is_picked(tmp_path: Path) -> None:
    text = "person,person,organisation\nAda,Bob,Acme\n"
    (problem,) = understood(tmp_path, text).problems
    assert "#1, #2" in problem.message
    found = understood(tmp_path, text, columns={"person": "#2"}, ignore=("#1",))
    assert found.rows["roles"][0]["person"] == "Bob"


def test_a_missing_header_is_refused_with_the_first_line(tmp_path: Path) -> None:
    text = "Ada Example,Acme,2020-05-01\nBob Sample,Acme,2021\n"
    (problem,) = understood(tmp_path, text).problems
    assert problem.value == "Ada Example,Acme,2020-05-01"
    assert "--no-header" in problem.message
    columns = {"person": "#1", "organisation": "#2", "started": "#3"}
    found = understood(tmp_path, text, header=False, columns=columns)
    assert [row["person"] for row in found.rows["roles"]] == ["Ada Example", "Bob Sample"]


def test_the_reverse_of_a_mapping_is_put_right_in_words() -> None:
    assert mapped(["Organization=where"]) == {"organisation": Taken(("where",))}
    with pytest.raises(OptionMisused, match="the other way round: --map started=joining"):
        mapped(["joining=started"])
    with pytest.raises(OptionMisused, match="NAME=VALUE"):
        mapped(["title"])


def test_the_reverse_is_put_right_where_the_column_is_called_as_another_field(
    tmp_path: Path,
) -> None:
    with pytest.raises(OptionMisused, match="the other way round: --map person=name"):
        understood(tmp_path, "name,company\nAda Example,Acme\n", columns={"name": "person"})


@pytest.mark.parametrize("option", ["--map", "--set", "--identifier"])
def test_two_columns_for_one_field_are_one_too_many(option: str) -> None:
    with pytest.raises(OptionMisused, match=f"{option} person is said twice"):
        pairs(option, ["person=name", "person = who"])


def test_rosters_are_spoken_of_in_the_plural(tmp_path: Path) -> None:
    found = understood(tmp_path, "name\nAda Example\n", kind="roster", as_of="2025")
    assert "rosters need the columns person, organisation" in found.problems[0].message


def test_a_field_that_no_file_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownChoice, match="salary"):
        understood(tmp_path, "person\nAda\n", columns={"salary": "pay"})


def test_what_is_set_holds_where_the_file_says_nothing_and_only_for_fields_there_are(
    tmp_path: Path,
) -> None:
    text = "person,organisation,kind\nAda,Acme,board\nBob,Acme,\n"
    found = understood(tmp_path, text, constants={"kind": "advisor"})
    assert [row["kind"] for row in found.rows["roles"]] == ["board", "advisor"]
    found = understood(tmp_path, text, kind="roles", constants={"manner": "hired"})
    assert found.places == [(1, "manner", "hired")]
