"""Can everybody tell the colours apart, on light and on dark paper?"""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy
import pytest

from talentdb.reports.charts.colours import (
    DARK,
    HEATS,
    HUES,
    LIGHT,
    REST,
    coloured,
    contrast,
    linear,
)

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
# What eyes without red, green or blue cones see of linear light: Machado, Oliveira, Fernandes,
# "A physiologically-based model for simulation of color vision deficiency", 2009, severity 1.
SEEN = {
    "all": "1 0 0  0 1 0  0 0 1",
    "red": "0.152286 1.052583 -0.204868  0.114503 0.786281 0.099216  -0.003882 -0.048116 1.051998",
    "green": "0.367322 0.860646 -0.227968  0.280085 0.672501 0.047413  -0.01182 0.04294 0.968881",
    "blue": "1.255528 -0.076749 -0.178779  -0.078411 0.930809 0.147602  0.004733 0.691367 0.3039",
}


def matrix(text: str) -> Any:
    return numpy.array(text.split(), dtype=float).reshape(3, 3)


def oklab(light: Any) -> Any:
    """Linear light as lightness and two opponent axes, in which distance is difference seen."""
    cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    axes = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    return numpy.asarray(axes) @ numpy.cbrt(numpy.asarray(cones) @ numpy.clip(light, 0, 1))


@BOTH
@pytest.mark.parametrize("eyes", SEEN)
def test_no_two_hues_look_alike(theme: Mapping[str, str], eyes: str) -> None:
    seen = [oklab(matrix(SEEN[eyes]) @ linear(theme[hue])) for hue in HUES]
    nearest = min(float(numpy.linalg.norm(a - b)) for a, b in combinations(seen, 2))
    assert nearest > 0.09  # 0.02 is just noticed


@BOTH
def test_shapes_and_text_stand_out_from_the_paper(theme: Mapping[str, str]) -> None:
    for name in (*HUES, REST):
        assert contrast(theme[name], theme["paper"]) >= 3, name
    for name in ("ink", "muted"):
        assert contrast(theme[name], theme["paper"]) >= 4.5, name
    for name in HEATS:
        assert contrast(theme[name], theme[f"on-{name}"]) >= 4.5, name


def test_a_name_has_one_colour_and_the_ninth_is_grey() -> None:
    found = coloured(["A", "B", "A", *"CDEFGHIJ"])
    assert list(found.values()) == [*HUES, REST, REST]
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
