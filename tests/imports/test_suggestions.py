"""Which new names does an import suggest to be those of somebody else?"""

from pathlib import Path

from sqlalchemy import Engine

from talentdb.imports import suggestions
from tests.imports.builders import imported


def test_new_names_of_the_same_words_are_suggested_and_kept_apart(
    engine: Engine, tmp_path: Path
) -> None:
    people = "person\nJiahui Test\n李伟\n"
    imported(engine, tmp_path, people=people, organisations="organisation\nOpen Mind\n")
    summary = imported(
        engine,
        tmp_path,
        people="person\nTest Jiahui\n李玮\nBo Sample\nSample Bo\nOther Test\n",
        organisations="organisation\nOpenMind Inc.\nOpenmind Labs\n",
    )
    assert (summary.created["people"], summary.created["organisations"]) == (5, 2)
    assert summary.suggestions == (
        "may be one: person:3 'Bo Sample' and person:5 'Sample Bo'",
        "may be one: person:1 'Jiahui Test' and person:6 'Test Jiahui'",
        "may be one: person:2 '李伟' and person:7 '李玮'",
        "may be one: organisation:1 'Open Mind' and organisation:2 'OpenMind Inc.'",
    )


def test_names_that_were_there_and_homonyms_are_not_suggested(
    engine: Engine, tmp_path: Path
) -> None:
    people = "person,identifiers\nWei Test,local:1\nWei Test,local:2\n"
    assert imported(engine, tmp_path, people=people).suggestions == ()
    imported(engine, tmp_path, people="person\nTest Wei\n")
    assert imported(engine, tmp_path, people="person\nNew Name\n").suggestions == ()


def test_many_are_counted_and_some_shown(engine: Engine, tmp_path: Path) -> None:
    names = [f"Sample {chr(97 + number)}" for number in range(13)]
    imported(engine, tmp_path, people="\n".join(["person", *names]) + "\n")
    turned = [" ".join(reversed(name.split())) for name in names]
    found = imported(engine, tmp_path, people="\n".join(["person", *turned]) + "\n").suggestions
    assert (len(found), found[-1]) == (11, "… and 3 more that may be one")


def test_among_many_new_people_too(engine: Engine, tmp_path: Path) -> None:
    imported(engine, tmp_path, people="person\nJiahui Test\n")
    names = [f"Sample {number}" for number in range(suggestions.FEW)]
    text = "\n".join(["person", *names, "Test Jiahui"]) + "\n"
    (found,) = imported(engine, tmp_path, people=text).suggestions
    assert found.startswith("may be one: person:1 'Jiahui Test' and person:")


def test_name_that_an_identifier_makes_somebody_elses_is_told(
    engine: Engine, tmp_path: Path
) -> None:
    head = "person,identifiers\n"
    two = f"{head}Zoe Test,orcid:1\nZed Other,orcid:1\n"
    (told,) = imported(engine, tmp_path, people=two).notes
    same = "'Zoe Test' has an identifier of 'Zed Other' and is taken for the same"
    assert told.endswith(f"people.csv:2: {same}; `add alias` keeps both names")
    names = "of,name\nZed Other,Zoe Test\n"
    imported(engine, tmp_path, names=names)
    assert imported(engine, tmp_path, people=two).notes == ()
    many = head + "".join(f"Number {number} Test,orcid:1\n" for number in range(12))
    notes = imported(engine, tmp_path, people=many).notes
    assert (len(notes), notes[-1]) == (11, "… and 2 more")
