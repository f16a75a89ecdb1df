"""What are the options called that say more of offers, works, credits and figures?"""

from typing import Annotated

import typer

from talentdb.cli import completion

By = Annotated[
    str,
    typer.Argument(
        metavar="BY", help="The organisation that offers.", autocompletion=completion.organisations
    ),
]
ToPerson = Annotated[
    str | None,
    typer.Argument(metavar="[PERSON]", help="To whom, if named.", autocompletion=completion.people),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="ORGANISATION",
        help="Where whoever gets it is; for somebody unnamed.",
        autocompletion=completion.organisations,
    ),
]
AtLeast = Annotated[
    str | None, typer.Option("--at-least", metavar="AMOUNT", help="100M USD, 1.5m EUR, '$100M'.")
]
AtMost = Annotated[str | None, typer.Option("--at-most", metavar="AMOUNT", help="Likewise.")]
Exactly = Annotated[
    str | None, typer.Option("--amount", metavar="AMOUNT", help="At least and at most the same.")
]
OfferKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="signing, first-year, total, annual, counter-offer or retention.",
    ),
]
Outcome = Annotated[
    str | None,
    typer.Option(
        "--outcome",
        metavar="WORD",
        help="accepted, declined, countered, pending or unknown.",
    ),
]
OfferedOn = Annotated[str | None, typer.Option("--on", metavar="DATE", help="When.")]
WorkName = Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")]
Work = Annotated[
    str,
    typer.Argument(metavar="WORK", help="A name or work:ID.", autocompletion=completion.works),
]
MadeBy = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="ORGANISATION",
        help="Where it was made.",
        autocompletion=completion.organisations,
    ),
]
MadeByOne = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="ORGANISATION",
        help="Where the work was made, if its name does not say which is meant.",
        autocompletion=completion.organisations,
    ),
]
MakersKnown = Annotated[
    str | None,
    typer.Option(
        "--makers-known",
        metavar="WORD",
        help="all, if everybody who made it is recorded; else some.",
    ),
]
CameOut = Annotated[str | None, typer.Option("--on", metavar="DATE", help="When it came out.")]
CreditedAs = Annotated[
    str | None, typer.Option("--as", metavar="TEXT", help="As what: contributor, ...")
]
Metric = Annotated[
    str, typer.Argument(metavar="METRIC", help="ratio, moves, headcount or retention.")
]
Published = Annotated[
    str, typer.Argument(metavar="VALUE", help='10.6, 4, 80%, "about 50", "at least 4".')
]
AboutOne = Annotated[
    str,
    typer.Option(
        "--organisation",
        metavar="NAME",
        help="The organisation that it is about.",
        autocompletion=completion.organisations,
    ),
]
Counterpart = Annotated[
    str | None,
    typer.Option(
        "--counterpart",
        metavar="NAME",
        help="Where they come from; ratio and moves run from it.",
        autocompletion=completion.organisations,
    ),
]
Qualifier = Annotated[
    str | None,
    typer.Option("--qualifier", metavar="WORD", help="exact (else), about, at_least or at_most."),
]
Behind = Annotated[
    int | None, typer.Option("--n", min=1, metavar="N", help="How many stand behind it.")
]
SinceDate = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="The figure's window begins.")
]
UntilDate = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="The figure's window ends.")
]
NewPublished = Annotated[
    str | None, typer.Option("--published", metavar="VALUE", help="The right value.")
]
OfferId = Annotated[str, typer.Argument(metavar="OFFER", help="Its id, such as offer:12.")]
CreditId = Annotated[str, typer.Argument(metavar="CREDIT", help="Its id, such as credit:12.")]
FigureId = Annotated[str, typer.Argument(metavar="FIGURE", help="Its id, such as figure:12.")]
