"""From which roles do spells and moves follow, as the options spell it?"""

from dataclasses import replace
from typing import TYPE_CHECKING

from talentdb.cli.asked import day_asked, word_asked, words_asked
from talentdb.cli.invocation import invocation

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from talentdb.queries.rule import Basis


def basis_asked() -> "Basis":
    """What `--kinds`, `--min-status`, `--bridge` and `--known-by` say.

    Side kinds count beside the main ones; where a main kind is among those given, just these.
    """
    from talentdb.queries.rule import BRIDGE_DAYS, Basis
    from talentdb.schema.words import MAIN_ROLE_KINDS, ROLE_KINDS, STATUSES

    options = invocation()
    words = [word for text in options["kinds"] or () for word in text.split(",") if word.strip()]
    kinds = words_asked("kind of role", words, (*ROLE_KINDS, "any"))
    if "any" in kinds:
        kinds = ROLE_KINDS
    elif not set(kinds) & set(MAIN_ROLE_KINDS):
        kinds = (*MAIN_ROLE_KINDS, *kinds)
    bridge = options["bridge"]
    day = day_asked("known_by", latest=True)
    return Basis(
        kinds=tuple(kind for kind in ROLE_KINDS if kind in kinds),
        min_status=word_asked("status", options["min_status"], STATUSES[1:]) or "reported",
        bridge=BRIDGE_DAYS if bridge is None else bridge,
        known_by=day,
    )


def put_in_front(connection: "Connection", basis: "Basis") -> "Basis":
    """Lets this connection see the ledger as the basis has it; the basis with what it left out."""
    from talentdb.queries.rule import STANDARD

    if basis == STANDARD:
        return basis
    from talentdb.writes.rederive import rederive

    if basis.known_by is not None:
        from talentdb.writes.known import know_only

        basis = replace(basis, left_out=know_only(connection, basis.known_by))
    rederive(connection, basis)
    return basis


def as_known(connection: "Connection") -> str:
    """Lets it see what `--known-by` leaves, where no other option counts; in words, or nothing."""
    from talentdb.queries.rule import Basis

    day = day_asked("known_by", latest=True)
    return "" if day is None else " · ".join(put_in_front(connection, Basis(known_by=day)).words())
