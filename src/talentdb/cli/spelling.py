"""Which other spellings of a command's words are understood?"""

from typing import Any

from typer.core import TyperGroup

OTHER_WORDS = {
    "transition": "move",
    "org": "organisation",
    "orgs": "organisation",
    "organization": "organisation",
    "people": "person",
}


class Spelled(TyperGroup):
    """A group of commands that takes singular for plural, American spelling, and `transition`."""

    def __init__(self, **rest: Any) -> None:
        rest["context_settings"] = {"help_option_names": ["-h", "--help"]}
        super().__init__(**rest)

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
