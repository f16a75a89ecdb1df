"""Where is each command written, so that only the one that is asked for has to be imported?"""

import inspect
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand


class Place(NamedTuple):
    """`module:name` of a command's function, with its class; or of the class of a group."""

    at: str
    cls: type[TyperCommand] | None = None

    def found(self) -> Any:
        """The function, or the class of the group."""
        module, _, name = self.at.partition(":")
        return getattr(import_module(module), name)

    def help(self) -> str:
        """What it says of itself."""
        return inspect.getdoc(self.found()) or ""

    def made(self, name: str) -> Any:
        """The command, with its options."""
        if self.cls is None:
            return self.found()(name=name, help=self.help(), rich_markup_mode=None)
        app = typer.Typer(
            add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
        )
        app.command(name, cls=self.cls)(self.found())
        return typer.main.get_command(app)


class Commands(Mapping[str, Any]):
    """The commands of a group by name, each made when it is first asked for."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = places
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self.places[name].made(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)
