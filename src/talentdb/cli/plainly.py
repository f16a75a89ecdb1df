"""Which values on a command line are what they were typed, so that nothing need convert them?

Typer converts by pydantic, which takes as long to load as a small question takes to answer.
"""

from collections.abc import Sequence
from typing import Any


def taken_as_typed(parameters: Sequence[Any]) -> Sequence[Any]:
    """These parameters, which from now on take texts, and what was not given, as they are."""
    for one in parameters:
        # A Typer that goes about it in another way converts everything, and is as right.
        if hasattr(one, "get_runtime_param") and "get_runtime_param" not in vars(one):
            as_typed = _AsTyped(one)
            one.get_runtime_param = lambda as_typed=as_typed: as_typed
    return parameters


class _AsTyped:
    def __init__(self, parameter: Any) -> None:
        self.kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
        self.converter = parameter.get_runtime_param

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value as the command takes it."""
        texts = self.kind == list[str] and isinstance(value, tuple | list)
        if texts or (self.kind is str and isinstance(value, str)):
            return value
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        return self.converter().coerce(value, param=param, ctx=ctx)
