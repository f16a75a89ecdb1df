"""What are the words and options called that commands take for themselves? Each stands once."""

from typing import Annotated, Optional

import typer

from talentdb.cli import completion

Words = Optional[list[str]]  # noqa: UP045  (Typer reads the annotation)

Person = Annotated[
    Words,
    typer.Option(
        "--person",
        metavar="NAME",
        help="This person; may be repeated.",
        autocompletion=completion.people,
    ),
]
Organisation = Annotated[
    Words,
    typer.Option(
        "--organisation",
        metavar="NAME",
        help="This organisation; may be repeated.",
        autocompletion=completion.organisations,
    ),
]
From = Annotated[
    Words,
    typer.Option(
        "--from", metavar="NAME", help="Who left this one.", autocompletion=completion.organisations
    ),
]
To = Annotated[
    Words,
    typer.Option(
        "--to", metavar="NAME", help="Who joined this one.", autocompletion=completion.organisations
    ),
]
RoleKind = Annotated[Words, typer.Option("--kind", metavar="KIND", help="Kinds of role.")]
Manner = Annotated[Words, typer.Option("--manner", metavar="MANNER", help="How they moved.")]
Origin = Annotated[
    Words, typer.Option("--origin", metavar="WORD", help="recorded (stated) or derived.")
]
Tag = Annotated[
    Words,
    typer.Option(
        "--tag",
        metavar="TAG",
        help="People or organisations with this tag.",
        autocompletion=completion.tags,
    ),
]
Change = Annotated[
    list[int] | None, typer.Option("--change", metavar="N", help="Written by this change set.")
]
Possible = Annotated[
    bool, typer.Option("--possible", help="Also those that only may lie in the window.")
]
OrganisationKind = Annotated[
    Words, typer.Option("--kind", metavar="KIND", help="Kinds of organisation.")
]
Top = Annotated[
    int | None, typer.Option("--top", min=1, metavar="N", help="The N largest; the rest as other.")
]
Identifier = Annotated[
    Words,
    typer.Option("--identifier", metavar="SCHEME:VALUE", help="Such as orcid:0000-0001."),
]
NewTag = Annotated[
    Words, typer.Option("--tag", metavar="TAG", help="A free word.", autocompletion=completion.tags)
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TITLE", help="The role's title.")]
Started = Annotated[str | None, typer.Option("--started", metavar="DATE", help="Since when.")]
Ended = Annotated[str | None, typer.Option("--ended", metavar="DATE", help="Until when.")]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar="WORD", help="rumoured, reported, confirmed or denied."),
]
Create = Annotated[
    bool, typer.Option("--create", help="In a script: create new organisations and near misses.")
]

People = Annotated[
    Words,
    typer.Argument(
        metavar="[PERSON]...",
        help="Names; @FILE holds one a line.",
        autocompletion=completion.people,
    ),
]
OnePerson = Annotated[
    str,
    typer.Argument(
        metavar="PERSON",
        help="A name, an identifier or person:ID.",
        autocompletion=completion.people,
    ),
]
OneOrganisation = Annotated[
    str,
    typer.Argument(
        metavar="ORGANISATION",
        help="A name, an identifier or organisation:ID.",
        autocompletion=completion.organisations,
    ),
]
OtherOrganisation = Annotated[
    str,
    typer.Argument(metavar="OTHER", help="The other one.", autocompletion=completion.organisations),
]
LinkKind = Annotated[
    str,
    typer.Argument(
        metavar="KIND", help="part-of, renamed, merged-into, split-from, acquired, invested-in."
    ),
]
Origin_ = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="ORGANISATION",
        help="The one that was left.",
        autocompletion=completion.organisations,
    ),
]
Destination = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="ORGANISATION",
        help="The one that was joined.",
        autocompletion=completion.organisations,
    ),
]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help='2025, "by 2025-06-30", Jun 2025, ...')
]
FromTitle = Annotated[
    str | None, typer.Option("--from-title", metavar="TITLE", help="The role that was left.")
]
OneManner = Annotated[
    str | None,
    typer.Option(
        "--manner",
        metavar="MANNER",
        help="hired, acquired, founded, returned, laid_off, retired or other.",
    ),
]
Reason = Annotated[
    Words, typer.Option("--reason", metavar="TAG", help="mission, money, ...; may be repeated.")
]
OneRoleKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="employment (else), founder, academic; advisor, board, affiliate, visiting, "
        "contractor, intern, volunteer, student.",
    ),
]
RoleEnded = Annotated[
    str | None,
    typer.Option("--ended", metavar="DATE", help="now: still there; left out: unknown."),
]
Seen = Annotated[
    str | None, typer.Option("--seen", metavar="DATE", help="The last day a source shows it.")
]
Amount = Annotated[
    str | None,
    typer.Option("--amount", metavar="AMOUNT", help="Money paid: 14bn USD, 1.5m EUR, '$100M'."),
]
Currency = Annotated[
    str | None, typer.Option("--currency", metavar="CODE", help="USD, EUR, ...; or in --amount.")
]
AboutPerson = Annotated[
    str | None,
    typer.Option(
        "--person",
        metavar="NAME",
        help="Only what is about this person.",
        autocompletion=completion.people,
    ),
]
AboutOrganisation = Annotated[
    str | None,
    typer.Option(
        "--organisation",
        metavar="NAME",
        help="Only what is about this organisation.",
        autocompletion=completion.organisations,
    ),
]
Uncited = Annotated[bool, typer.Option("--uncited", help="Only those that no source backs.")]
History = Annotated[bool, typer.Option("--history", help="Who wrote what of it, and when.")]
