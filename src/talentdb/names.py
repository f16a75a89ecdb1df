"""When are two names the same, and which names are near one another?

Keys decide (`name_key`, `organisation_key`) and never join two names by sound; search keys
only suggest and complete.
"""

import re
import unicodedata

from anyascii import anyascii

from talentdb.errors import NameRefused

_NEVER_KEPT = re.compile("[\0\ud800-\udfff]")
# PostgreSQL indexes no text beyond 2,704 bytes, and a search key may be longer than its name.
LONGEST_NAME = 300
_IDS = re.compile(r"(?:person|organi[sz]ation|org):[0-9]{1,18}\Z")
_QUOTES_OF_TRANSLITERATION = str.maketrans("", "", "'\"`")

_DROPPED, _SPACE, _MARK, _BASE, _OTHER = range(5)
_SCRIPTS_WITHOUT_MARKS = ("LATIN ", "GREEK ", "CYRILLIC ")


class _Kinds(dict[str, int]):
    """What becomes of a character; filled as characters are met, so at most Unicode long."""

    def __missing__(self, character: str) -> int:
        category = unicodedata.category(character)
        kind = _OTHER
        if category == "Cf":
            kind = _DROPPED
        elif category == "Cc" or category[0] in "PZ":
            kind = _SPACE
        elif category[0] == "M":
            kind = _MARK
        elif unicodedata.name(character, "").startswith(_SCRIPTS_WITHOUT_MARKS):
            kind = _BASE
        self[character] = kind
        return kind


_KINDS = _Kinds()
_ASCII = {code: " " if _KINDS[chr(code)] == _SPACE else chr(code).casefold() for code in range(128)}

# Tokens, after punctuation became spaces: S.A. is `s a`, A/S is `a s`. Left out because they
# end real names too: ai, ev (cars), uk, nl, pc, gp, sc, group, holdings, labs, private, trust.
_LEGAL_FORM_LIST = """
inc, incorporated, corp, corporation, co, company, ltd, limited, l t d, plc, p l c,
llc, l l c, llp, l l p, lllp, pllc, lp, l p, pbc, p b c, public benefit corporation,
limited liability company, public limited company, private limited, pvt, pte, pty,
proprietary limited, bhd, sdn, gmbh, g m b h, ggmbh, mbh, ag, a g, aktiengesellschaft, se,
s e, kg, k g, kgaa, ohg, ug, e v, e k, sa, s a, sas, s a s, sasu, sarl, s a r l, eurl, sca,
s c a, snc, s n c, sprl, s p r l, srl, s r l, spa, s p a, sl, s l, slu, s l u, s a u,
s a de c v, sa de cv, s de r l, s de r l de c v, ltda, lda, eirl, bv, b v, nv, n v, bvba,
vof, asbl, vzw, ab, a b, aktiebolag, as, a s, asa, aps, oy, o y, oyj, ehf, ou, uab,
kk, k k, kabushiki kaisha, godo kaisha, sp z o o, spolka z o o, sro, s r o, doo, d o o,
kft, k f t, zrt, nyrt, ooo, oao, zao, pao, ооо, оао, зао, пао
"""
_LEGAL_FORMS = frozenset(tuple(form.split()) for form in _LEGAL_FORM_LIST.split(","))
_LAST_TOKENS = frozenset(form[-1] for form in _LEGAL_FORMS)
_LONGEST_FORM = max(map(len, _LEGAL_FORMS))
_NO_NAME_ALONE = ["the"]  # The Limited and The Company are not both `the`


def cleaned(text: str) -> str:
    """The name as it is kept: without white space around it, else unchanged.

    Control characters inside are data and stay. Raises NameRefused if nothing is left, or for
    NUL and half characters (lone surrogates), which no database keeps.
    """
    name = text.strip()
    if name.isascii() and name and "\0" not in name:
        return name
    if not name:
        raise NameRefused(text[:60], "it is empty")
    if found := _NEVER_KEPT.search(name):
        what = "NUL" if found.group() == "\0" else "half a character (a lone surrogate)"
        raise NameRefused(name[:60], f"it holds {what}")
    return name


def kept(text: str | None) -> str | None:
    """A title, quote or remark as it is kept: `cleaned`, and None if it is blank."""
    return cleaned(text) if text and not text.isspace() else None


def labelled(text: str) -> str:
    """A tag, reason or handle as it is kept: `cleaned`, and no essay. Raises NameRefused."""
    label = cleaned(text)
    if len(label) > LONGEST_NAME:
        raise NameRefused(label[:60], f"it is longer than {LONGEST_NAME} characters")
    return label


def named(text: str) -> str:
    """A name as it is kept: `labelled`, and nothing that is read as an id. Raises NameRefused."""
    name = labelled(text)
    if _IDS.match(name):
        raise NameRefused(name, "that is how the ledger writes its own ids")
    return name


def name_key(name: str) -> str:
    """What makes two names of people, titles or handles the same: equal keys, same name.

    Case, width, punctuation, invisible characters and the marks of Latin, Greek and Cyrillic
    letters do not count; symbols, the order of words and the marks of other scripts do. Where
    nothing would remain, as of `...`, the key is the case-folded name itself.
    """
    folded = name.translate(_ASCII) if name.isascii() else _folded(name)
    return " ".join(folded.split()) or name.casefold().strip()


def organisation_key(name: str) -> str:
    """The `name_key` of an organisation, without the legal forms at its end (Inc., S.A.).

    At least one word remains, and not only `the`.
    """
    key = name_key(name)
    tokens = key.split(" ")
    while tokens[-1] in _LAST_TOKENS and (shorter := _without_last_form(tokens)):
        tokens = shorter
    return " ".join(tokens)


def search_key(name: str) -> str:
    """The name in plain ASCII letters, for suggesting and completing, never for identity.

    Joins homophones (李伟, 李玮). Give it the `organisation_key` to leave legal forms out.
    """
    return ascii_key(name_key(name))


def ascii_key(key: str) -> str:
    """The `search_key` of a name of which this is the match key."""
    if key.isascii():
        return key
    # A soft sign becomes an apostrophe, but nobody types tat'yana.
    return name_key(anyascii(key).translate(_QUOTES_OF_TRANSLITERATION)) or key


def _folded(name: str) -> str:
    # Composed again only at the end: a character dropped or a case folded can leave a letter
    # and a mark side by side that would compose, and the key of a key must be that key.
    apart = unicodedata.normalize("NFKD", name).casefold()
    kept: list[str] = []
    after_base = False
    for character in unicodedata.normalize("NFKD", apart):
        kind = _KINDS[character]
        if kind == _DROPPED or (kind == _MARK and after_base):
            continue
        after_base = kind == _BASE
        kept.append(" " if kind == _SPACE else character)
    return unicodedata.normalize("NFC", "".join(kept))


def _without_last_form(tokens: list[str]) -> list[str]:
    """What remains without the longest form at the end; nothing if that is all, or none is."""
    for length in range(min(_LONGEST_FORM, len(tokens)), 0, -1):
        rest, form = tokens[:-length], tuple(tokens[-length:])
        if form in _LEGAL_FORMS:
            return [] if rest == _NO_NAME_ALONE else rest
    return []
