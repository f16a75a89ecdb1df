"""Does docs/metrics.md tell of every question that counts?"""

import re

from talentdb.cli.commands import Explaining
from talentdb.cli.query import Asking
from tests.docs.pages import page


def test_every_question_whose_counts_open_is_explained_and_no_other() -> None:
    counting = {
        name
        for name, place in Asking.places.items()
        if place.cls is not None and issubclass(place.cls, Explaining)
    }
    told = set(re.findall(r"`query ([a-z]+)", page("docs/metrics.md")))
    assert told == counting
