"""How is each shell told what TAB offers, when names hold spaces, quotes and brackets?

Typer answers with bare words, which bash takes apart and zsh loses quotes of.
"""

import os
import re
import shlex
from typing import Any

import typer
from typer._completion_classes import BashComplete, FishComplete, ZshComplete

from talentdb.cli.completion import Found

ASKED = "_TALENTDB_COMPLETE"
_SPECIAL = re.compile(r"([\s!\"#$&'()*;<=>?\[\\\]^`{|}~])")


def answer(app: typer.Typer) -> bool:
    """Prints what the shell asks for; False if this is for Typer to answer (scripts, PowerShell).

    Whatever is wrong on the line, nothing is offered and nothing is said.
    """
    shells: dict[str, type[Bash] | type[Zsh] | type[Fish]] = {
        "complete_bash": Bash,
        "complete_zsh": Zsh,
        "complete_fish": Fish,
    }
    kind = shells.get(os.environ.get(ASKED, ""))
    if kind is None:
        return False
    command = typer.main.get_command(app)
    try:
        offered = kind(command, {}, "talentdb", ASKED).complete()
    except (typer.TyperException, KeyError, ValueError):
        return True
    if offered:
        # Names are UTF-8 to every shell, whatever Python makes of the locale.
        typer.echo(offered.encode("utf-8"))
    return True


class Bash(BashComplete):
    """Bash inserts what it is given as it stands: so it is given with its quotes."""

    def complete(self) -> str:
        """One word a line, quoted as the typed word is."""
        words, quote = split(os.environ["COMP_WORDS"])
        place = int(os.environ["COMP_CWORD"])
        incomplete = words[place] if place < len(words) else ""
        open_quote = quote if place == len(words) - 1 else ""
        # Bash takes `--to=Acme` for three words.
        before = [
            word
            for word, previous in zip(words[1:place], words, strict=False)
            if word != "=" or not previous.startswith("--")
        ]
        items = self.get_completions(before, incomplete)
        return "\n".join(
            quoted(item.value, open_quote) if isinstance(item.value, Found) else item.value
            for item in items
        )


class Zsh(ZshComplete):
    """Zsh quotes by itself what `compadd` adds."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one at it."""
        return before_cursor()

    def complete(self) -> str:
        """Code for zsh to run; for options and commands it is Typer's."""
        items = self.get_completions(*self.get_completion_args())
        if not any(isinstance(item.value, Found) for item in items):
            return super().complete()
        return f"compadd -U -- {' '.join(shlex.quote(str(item.value)) for item in items)}"


class Fish(FishComplete):
    """Fish quotes by itself."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one at it."""
        return before_cursor()


def before_cursor() -> tuple[list[str], str]:
    """The words of a line that zsh or fish hands over, but for the last, and the last."""
    line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
    words, quote = split(line)
    if not quote and line.endswith(" ") and not line.endswith("\\ "):
        return words[1:], ""
    return words[1:-1], words[-1] if len(words) > 1 else ""


def split(line: str) -> tuple[list[str], str]:
    """The words of an unfinished line, and the quote that is still open at its end."""
    lexer: Any = shlex.shlex(line, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        for word in lexer:
            words.append(word)
    except ValueError:
        # Named by the state in which the line broke off: a quote, or the escape character.
        return [*words, lexer.token], (lexer.state or "").strip("\\")
    return words, ""


def quoted(name: str, quote: str) -> str:
    """The name as it stands on a command line of bash, after an open quote if there is one."""
    if quote == "'":
        return name.replace("'", r"'\''")
    if quote == '"':
        return re.sub(r'(["$`\\])', r"\\\1", name)
    return _SPECIAL.sub(r"\\\1", name)
