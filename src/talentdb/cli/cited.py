"""On whose word is a fact recorded: what do -s, --quote, --said-by and --via say?"""

from typing import TYPE_CHECKING

from talentdb.cli.invocation import invocation
from talentdb.errors import OptionMisused

if TYPE_CHECKING:
    from talentdb.writes.change_sets import ChangeSet
    from talentdb.writes.citing import NewCitation

UNFINISHED = ("role_id", 0)


def citations_asked(change: "ChangeSet", status: str | None = None) -> "list[NewCitation]":
    """One citation for each source that the options name; the fact is filled in later.

    `status` is how sure the sources are. A new web address becomes a source.
    """
    from talentdb.writes.citing import NewCitation
    from talentdb.writes.evidence import source_named

    options = invocation()
    named = options["source"] or ()
    about_source = [name for name in ("quote", "said_by", "via") if options[name]]
    if about_source and not named:
        option = about_source[0].replace("_", "-")
        raise OptionMisused(f"--{option} says something of a source: name it with -s.")
    via = source_named(change, options["via"]) if options["via"] else None
    return [
        NewCitation(
            fact=UNFINISHED,
            source_id=source_named(change, name),
            status=status,
            quote=options["quote"],
            said_by=options["said_by"],
            via_source_id=via,
        )
        for name in named
    ]


def cite(change: "ChangeSet", column: str, fact_id: int, status: str | None = None) -> int:
    """Cites the sources that the options name for one fact; how many citations are new.

    One that is there already is refined by what the options say of it.
    """
    from dataclasses import replace

    from talentdb.writes.citing import add_citation

    new = [replace(each, fact=(column, fact_id)) for each in citations_asked(change, status)]
    return sum(1 for each in new if add_citation(change, each) is not None)
