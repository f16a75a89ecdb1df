"""Which commands does a group have, and which other spellings of their names are understood?"""

from collections.abc import Mapping
from typing import Any, ClassVar

from typer.core import TyperCommand, TyperGroup

from talentdb.cli.places import Commands, Place
from talentdb.cli.plainly import taken_as_typed

OTHER_WORDS = {
    "transition": "move",
    "org": "organisation",
    "orgs": "organisation",
    "organization": "organisation",
    "people": "person",
}


class Spelled(TyperGroup):
    """A group of commands that takes singular for plural, American spelling, and `transition`.

    They are imported when they are asked for: each by itself, and for the help none is built.
    """

    places: ClassVar[Mapping[str, Place]] = {}

    def __init__(self, **rest: Any) -> None:
        rest["context_settings"] = {"help_option_names": ["-h", "--help"]}
        super().__init__(**{**rest, "commands": Commands(self.places)})

    def get_params(self, ctx: Any) -> list[Any]:
        """All its options, the help among them."""
        return list(taken_as_typed(super().get_params(ctx)))

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order in which they are declared."""
        return list(self.places)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Writes what each says of itself in a line, into the help."""
        limit = formatter.width - 6 - max(map(len, self.places))
        rows = [
            (name, TyperCommand(name, help=place.help()).get_short_help_str(limit))
            for name, place in self.places.items()
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words that are left; without any word, the help is what was asked for."""
        return super().parse_args(ctx, args or ["--help"])

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, or of a name that means the same."""
        for name in (cmd_name, *_meant(cmd_name)):
            command = super().get_command(ctx, name)
            if command is not None:
                return command
        return None


def _meant(word: str) -> list[str]:
    word = word.lower()
    singular = "person" if word == "people" else word.removesuffix("s")
    singular = OTHER_WORDS.get(singular, singular)
    plural = "people" if singular == "person" else f"{singular}s"
    return [singular, plural]
