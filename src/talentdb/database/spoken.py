"""What does a statement of SQL say, before a database sees it?

Strings, comments and quoted names are told from the rest as both databases tell them.
"""

import re
from collections.abc import Mapping, Sequence

from talentdb.errors import OptionMisused, RuleBroken

_PIECE = re.compile(
    r"""
    (?P<comment> --[^\r\n]* | /\*.*?(?:\*/|\Z) )
    | (?P<string> \b[eE]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*'
                  | (?<!\w)(?P<tag>\$(?:[^\W\d]\w*)?\$).*?(?P=tag) )
    | (?P<quoted> "(?:[^"]|"")*" | `[^`]*` )
    | (?P<cast> :: )
    | :(?P<name> [^\W\d]\w* )
    """,
    re.VERBOSE | re.DOTALL,
)
_READS = ("select", "with", "values")
_WRITES = re.compile(r"\b(insert|into|update|delete|merge)\b", re.IGNORECASE)
# Of what a SELECT can call, these reach out of the database or into other people's sessions.
_REACHES_OUT = re.compile(
    r"""\b(load_extension|writefile|readfile|fts3_tokenizer|set_config|nextval|setval
    |lo_\w+|dblink\w*|query_to_xml\w*|cursor_to_xml\w*|database_to_xml\w*
    |pg_(?:read|ls|file|create|drop|logical|switch|backup|promote|replication|wal)_?\w*
    |pg_(?:terminate|cancel)_backend|pg_reload_conf|pg_rotate_logfile\w*|pg_stat_file
    |pg_(?:try_)?advisory_\w+|pg_notify)"?\s*\(""",
    re.IGNORECASE | re.VERBOSE,
)


def refused(why: str) -> RuleBroken:
    """The one sentence for whatever is more than a question."""
    return RuleBroken(
        f"`talentdb sql` only reads: {why}. "
        "Ask one SELECT; add, edit, remove and import write, and can be undone."
    )


def bare(statement: str) -> str:
    """The statement without comments, and with its strings empty."""
    return _PIECE.sub(_without_data, statement)


def _without_data(piece: re.Match[str]) -> str:
    if piece["comment"]:
        return " "
    return "''" if piece["string"] else piece[0]


def first_word(statement: str) -> str:
    """The word that the statement begins with, in small letters; empty if it says nothing."""
    found = re.match(r"[\s(]*(\w*)", bare(statement))
    return found[1].lower() if found else ""


def refuse_reaching_out(statement: str) -> None:
    """Refuses functions that do more than read. Raises RuleBroken."""
    found = _REACHES_OUT.search(bare(statement))
    if found:
        raise refused(f"the function {found[1]} is not for questions")


def refuse_what_is_no_question(statement: str) -> None:
    """Refuses what does not begin as a question, or hides where it begins. Raises RuleBroken."""
    for piece in _PIECE.finditer(statement):
        comment = piece["comment"] or ""
        if "/*" in comment[2:] and comment.startswith("/*"):
            raise refused("a comment inside a comment is not understood")
    if re.search(r"\bu&['\"]", bare(statement), re.IGNORECASE):
        raise refused("names and strings that begin with U& are not understood")
    word = first_word(statement)
    if word not in _READS:
        raise refused(f"a statement begins with SELECT, WITH or VALUES, not with {word.upper()}")


def may_write(statement: str) -> bool:
    """Whether a word stands in it that begins a write."""
    return _WRITES.search(bare(statement)) is not None


def check_parameters(statement: str, given: Mapping[str, str]) -> None:
    """Refuses values that are missing, and those that nothing asks for. Raises OptionMisused."""
    named = _named(statement)
    for name in named:
        if name not in given:
            raise OptionMisused(f"the statement names :{name}: add --param {name}=VALUE.")
    for name in given:
        if name not in named:
            raise OptionMisused(f"--param {name}: the statement does not name :{name}.")


def numbered(statement: str) -> tuple[str, Sequence[str]]:
    """The statement with `$1` for its first name, and the names in the order of their numbers."""
    names = _named(statement)

    def number(piece: re.Match[str]) -> str:
        return f"${names.index(piece['name']) + 1}" if piece["name"] else piece[0]

    return _PIECE.sub(number, statement), names


def _named(statement: str) -> list[str]:
    return list(
        dict.fromkeys(
            piece["name"] for piece in _PIECE.finditer(statement) if piece["name"] is not None
        )
    )
