"""How is each column of offers.csv, works.csv, credits.csv and figures.csv read, and money?"""

from talentdb.imports.cells import (
    Reader,
    amount,
    count,
    currency,
    date,
    name,
    number,
    several,
    source,
    text,
    word,
)
from talentdb.schema.words import (
    FIGURE_METRICS,
    MAKERS_KNOWN,
    OFFER_KINDS,
    OUTCOMES,
    QUALIFIERS,
    STATUSES,
)

_noted: dict[str, Reader] = {"note": text, "source": several(source)}
_judged: dict[str, Reader] = {"status": word(STATUSES), **_noted}

PAID: dict[str, Reader] = {"amount": amount, "currency": currency}
OFFERS: dict[str, Reader] = {
    "by": name,
    "person": name,
    "at": name,
    "kind": word(OFFER_KINDS),
    "at_least": amount,
    "at_most": amount,
    "currency": currency,
    "outcome": word(OUTCOMES),
    "date": date,
    **_judged,
}
WORKS: dict[str, Reader] = {
    "work": name,
    "by": name,
    "date": date,
    "makers_known": word(MAKERS_KNOWN),
    **_noted,
}
CREDITS: dict[str, Reader] = {"person": name, "work": name, "by": name, "as": text, **_judged}
FIGURES: dict[str, Reader] = {
    "metric": word(FIGURE_METRICS),
    "organisation": name,
    "counterpart": name,
    "published": number,
    "qualifier": word(QUALIFIERS),
    "n": count,
    "since": date,
    "until": date,
    **_noted,
}
