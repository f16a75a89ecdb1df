"""Which colours do charts use, on light and on dark paper, and which organisation has which?

Eight hues that stay apart for whoever sees no red, no green or no blue, each at least 3:1 against
the paper; everything further is grey. No chart rests on colour alone: labels stand at the shapes.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

HUES = tuple(f"hue{number}" for number in range(1, 9))
REST = "rest"
HEATS = tuple(f"heat{number}" for number in range(1, 6))

_LIGHT_HUES = "#244fcd #f55e89 #269145 #835100 #11a0c9 #b22990 #692119 #4c1f80"
_DARK_HUES = "#99b9ff #f69ea5 #18966e #f3d585 #7aecf8 #be80bb #d75e12 #8f64d6"
_LIGHT_HEATS = "#e3ecfb #b9d0f6 #86aef0 #2f62c9 #1c3f94"
_DARK_HEATS = "#1d2a44 #27407a #3058ad #8db2f2 #c9dcff"
_DARK_INK, _LIGHT_INK = "#16191f", "#f2f4f7"


def _theme(words: Mapping[str, str], hues: str, heats: str, dark_on: str) -> Mapping[str, str]:
    found = dict(words)
    found |= dict(zip(HUES, hues.split(), strict=True))
    found |= dict(zip(HEATS, heats.split(), strict=True))
    for name, on in zip(HEATS, dark_on, strict=True):
        found[f"on-{name}"] = _DARK_INK if on == "d" else _LIGHT_INK
    return MappingProxyType(found)


LIGHT = _theme(
    {"paper": "#ffffff", "ink": _DARK_INK, "muted": "#596273", "grid": "#d9dee7", REST: "#868e9b"},
    _LIGHT_HUES,
    _LIGHT_HEATS,
    "dddll",
)
DARK = _theme(
    {"paper": "#14171c", "ink": _LIGHT_INK, "muted": "#a4adbb", "grid": "#343b47", REST: "#7e8794"},
    _DARK_HUES,
    _DARK_HEATS,
    "llldd",
)


def coloured(names: Iterable[str]) -> dict[str, str]:
    """A hue for each name in the order given, grey for those after the eighth.

    Made once for a whole report, so that an organisation keeps its colour throughout.
    """
    unique = list(dict.fromkeys(names))
    hues = [*HUES, *[REST] * max(0, len(unique) - len(HUES))]
    return dict(zip(unique, hues, strict=False))


def contrast(first: str, second: str) -> float:
    """How far two colours are apart in lightness, 1 to 21, as WCAG 2 reckons it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#rrggbb` as amounts of light, 0 to 1."""
    red, green, blue = (_light(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _light(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
