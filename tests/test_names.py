"""When are two names the same, and which are near?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentdb.errors import NameRefused
from talentdb.likeness import near
from talentdb.names import cleaned, name_key, organisation_key, search_key

# Every kind of character that a key treats in its own way, side by side more often than by chance.
TRICKY = st.text(
    st.sampled_from(
        "aIßſİıłéé\u0301\u0345\u0327\u093cकी가ᄀ\u1161か\u3099Ὰ.’-&…© \t\x01\u00ad\u200f"
    )
)
NAMES = (TRICKY | st.text(st.characters(exclude_categories=["Cs"]))).filter(str.strip)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Example", "Jose Example"),
        ("José", "Jose\u0301"),
        ("ADA EXAMPLE", "ada  example"),
        ("Strauß", "STRAUSS"),
        ("Ａｄａ", "Ada"),
        ("Ex\u00adample", "Example"),
        ("\u200fAda\u200e", "Ada"),
        ("O’Sample", "O'Sample"),
        ("Ada-Maria", "Ada Maria"),
        ("Ada\tExample", "Ada\u00a0Example"),
        ("Ἀλέξανδρος", "αλεξανδροσ"),
        ("Ёлкин", "Елкин"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("ガ", "ｶﾞ"),
        ("e\u200d\u0301", "e"),
        ("İda", "Ida"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łukasz", "Lukasz"),
        ("何恺明", "何凯明"),
        ("李伟", "李玮"),
        ("Yu Jiahui", "Jiahui Yu"),
        ("ガ", "カ"),
        ("की", "क"),
        ("C++", "C"),
        ("Ada", "Adam"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_key_is_lower_case_words_with_single_spaces() -> None:
    assert name_key("  Łukasz  EXAMPLE, Jr. ") == "łukasz example jr"


def test_a_name_of_nothing_but_punctuation_is_its_own_key() -> None:
    assert name_key("...") == organisation_key(" ... ") == search_key("...") == "..."
    assert name_key("\u200b") == "\u200b"
    assert name_key("...") != name_key("..")


@given(NAMES)
def test_the_key_of_a_key_is_that_key(name: str) -> None:
    for key_of in (name_key, organisation_key, search_key):
        key = key_of(name)
        assert key
        assert key_of(key) == key


@given(st.text(st.characters(max_codepoint=127)).filter(str.strip))
def test_ascii_names_take_the_fast_path_to_the_same_key(name: str) -> None:
    by_the_long_path = name_key(name.strip() + "\u200b")  # an invisible character, dropped
    assert name_key(name) == by_the_long_path.removesuffix("\u200b")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("OpenAI, Inc.", "openai"),
        ("Acme S.A.", "acme"),
        ("Acme S.A. de C.V.", "acme"),
        ("Acme Pty. Ltd.", "acme"),
        ("Acme GmbH & Co. KG", "acme"),
        ("Acme Sp. z o.o.", "acme"),
        ("Acme A/S", "acme"),
        ("Acme OÜ", "acme"),
        ("Acme Public Benefit Corporation", "acme"),
        ("ООО Acme ООО", "ооо acme"),
        ("S.A.", "s a"),
        ("S.A.S.", "s a s"),
        ("Private Limited", "private limited"),
        ("Inc.", "inc"),
        ("Limited Inc", "limited"),
        ("The Limited", "the limited"),
        ("The Private Limited", "the private limited"),
        ("AG Acme", "ag acme"),
        ("Acme AI", "acme ai"),
        ("Acme EV", "acme ev"),
        ("Acme Labs", "acme labs"),
        ("Acme Coop", "acme coop"),
    ],
)
def test_legal_forms_count_only_where_they_are_the_name(name: str, key: str) -> None:
    assert organisation_key(name) == key


def test_a_person_keeps_what_would_be_a_legal_form() -> None:
    assert name_key("Ada Co") == "ada co"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Łukasz Example", "lukasz example"),
        ("何恺明", "hekaiming"),
        ("何凯明", "hekaiming"),
        ("李伟", "liwei"),
        ("李玮", "liwei"),
        ("Татьяна", "tatyana"),
        ("ガ", "ga"),
        ("½ Acme", "1 2 acme"),
    ],
)
def test_a_search_key_is_plain_ascii(name: str, key: str) -> None:
    assert search_key(name) == key


def test_white_space_around_a_name_is_not_kept() -> None:
    assert cleaned("\u3000 Ada\x01 Example\r\n") == "Ada\x01 Example"


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "empty"), (" \t\u3000", "empty"), ("Ada\0", "NUL"), ("Ada \udc80", "surrogate")],
)
def test_a_name_that_cannot_be_kept_is_refused(text: str, why: str) -> None:
    with pytest.raises(NameRefused, match=why):
        cleaned(text)


def suggested(wanted: str, *names: str) -> list[str]:
    return near(search_key(wanted), [(search_key(name), name) for name in names])


def test_a_misspelt_name_suggests_the_right_one() -> None:
    assert suggested("Jon Shulman", "Ada Example", "John Schulman") == ["John Schulman"]
    assert suggested("Globx", "Acme", "Globex") == ["Globex"]
    assert suggested("Yu Jiahui", "Jiahui Yu") == ["Jiahui Yu"]
    assert suggested("Acme", "Globex", "Initech") == []


def test_part_of_a_name_suggests_the_whole_and_the_other_way_round() -> None:
    assert suggested("DeepMind", "Google DeepMind", "Globex") == ["Google DeepMind"]
    assert suggested("Meta AI", "Meta", "Globex") == ["Meta"]
    assert suggested("Anthr", "Anthropic", "Panthropic") == ["Anthropic"]
    assert suggested("Ac", "Acme Robotics") == []


def test_the_nearest_comes_first_then_the_alphabet_decides() -> None:
    assert suggested("Acme", "Acme Robotics", "Acme B", "Acme A") == [
        *("Acme A", "Acme B", "Acme Robotics")
    ]


def test_a_name_is_suggested_once_and_only_so_many() -> None:
    names = [("acme one", "Acme One"), ("acme uno", "Acme One"), ("acme two", "Acme Two")]
    assert near("acme", names) == ["Acme One", "Acme Two"]
    assert near("acme", names, limit=1) == ["Acme One"]
    assert near("", names) == []
