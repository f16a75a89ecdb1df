"""Is a file read whatever its encoding, delimiter, line ends, and what stands before its header?"""

import gzip
from pathlib import Path

import pytest

from talentdb.errors import OptionMisused, RuleBroken
from tests.imports.understood import understood

HEADER = "person,organisation,title\n"
TEXT = HEADER + "Zoë Example,Acme,Chief\n"
ZOE = {"person": "Zoë Example", "organisation": "Acme", "title": "Chief"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_utf_8_and_utf_16_with_a_mark_are_known(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    assert understood(tmp_path, (mark + TEXT).encode(encoding)).rows == {"roles": [ZOE]}


@pytest.mark.parametrize("encoding", ["cp1252", "UTF-8", "utf_16", "mac_roman"])
def test_encoding_is_said_outright(tmp_path: Path, encoding: str) -> None:
    found = understood(tmp_path, TEXT.encode(encoding), encoding=encoding)
    assert found.rows == {"roles": [ZOE]}


@pytest.mark.parametrize(
    ("text", "encoding"), [("Zoë Example", "cp1252"), ("Иван Пример", "cp1251")]
)
def test_bytes_that_do_not_decode_are_named_with_the_likely_encoding(
    tmp_path: Path, text: str, encoding: str
) -> None:
    found = understood(tmp_path, (HEADER + f"{text},Acme,\n").encode(encoding))
    assert [(problem.line, problem.column) for problem in found.problems[:1]] == [(2, "person")]
    assert f"with --encoding {encoding} it reads {text!r}" in found.problems[0].message


@pytest.mark.parametrize("encoding", ["utf-17", "rot13"])
def test_an_unknown_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(OptionMisused, match="--encoding"):
        understood(tmp_path, TEXT, encoding=encoding)


def test_half_a_utf_16_character_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="no utf-16 throughout"):
        understood(tmp_path, TEXT.encode("utf-16") + b"\x00")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    text = 'person,title,organisation\nAda Example,"a, b; c | d\te",Acme\n'
    rows = [line.replace(",", delimiter) for line in ("person,title,organisation", "Ada,x,Acme")]
    assert understood(tmp_path, "\n".join(rows)).rows["roles"][0]["organisation"] == "Acme"
    assert understood(tmp_path, text).rows["roles"][0]["title"] == "a, b; c | d\te"


def test_delimiter_is_said_outright(tmp_path: Path) -> None:
    text = "person:organisation\nAda:Acme\n"
    assert understood(tmp_path, text, delimiter=":").rows["roles"][0]["organisation"] == "Acme"
    with pytest.raises(OptionMisused, match="--delimiter"):
        understood(tmp_path, text, delimiter="::")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_may_end_in_every_way(tmp_path: Path, end: str) -> None:
    text = TEXT.replace("\n", end) + f'Bob,Acme,"one{end}two"{end}{end} , ,{end}Cy,Acme,x,y{end}'
    found = understood(tmp_path, text)
    assert [row["person"] for row in found.rows["roles"]] == ["Zoë Example", "Bob", "Cy"]
    assert found.places == [(7, "", "")]


def test_what_stands_before_the_header_is_left_out(tmp_path: Path) -> None:
    found = understood(tmp_path, f"Staff list\n\nas of,2025\n{TEXT}")
    assert found.rows == {"roles": [ZOE]}
    assert "header on line 4" in found.notes[0]


def test_records_that_are_no_csv_do_not_hide_those_after_them(tmp_path: Path) -> None:
    found = understood(tmp_path, HEADER + '"Ada"x,Acme,\nBob,,\n"Cy,Acme,\n')
    assert [line for line, _, _ in found.places] == [2, 3, 4]


def test_cells_may_hold_a_million_characters_and_no_more(tmp_path: Path) -> None:
    long = "x" * 1_000_000
    found = understood(tmp_path, f"person,organisation,note\nAda,Acme,{long}\n")
    assert found.rows["roles"][0]["note"] == long
    found = understood(tmp_path, f"person,organisation,note\nAda,Acme,{long * 2}\nBob,,\n")
    assert [line for line, _, _ in found.places] == [2, 3]


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(TEXT.encode())
    assert understood(tmp_path, packed, "list.csv.gz").rows == {"roles": [ZOE]}
    with pytest.raises(RuleBroken, match="cannot be unpacked"):
        understood(tmp_path, packed[:30], "list.csv.gz")
