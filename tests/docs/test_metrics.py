"""Does docs/metrics.md tell of every question that counts?"""

import re

from talentdb.cli.commands import Explaining
from talentdb.cli.query import query
from tests.docs.pages import page


def test_every_question_whose_counts_open_is_explained_and_no_other() -> None:
    counting = {
        command.name
        for command in query.registered_commands
        if isinstance(command.cls, type) and issubclass(command.cls, Explaining)
    }
    told = set(re.findall(r"`query ([a-z]+)", page("docs/metrics.md")))
    assert told == counting
