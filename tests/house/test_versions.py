"""Are versions said once, and pinned without a word about where they come from?"""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import talentdb

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = dict(line.split("==") for line in CONSTRAINTS)


def test_package_and_project_have_the_same_version() -> None:
    assert talentdb.__version__ == PROJECT["project"]["version"]


def test_constraints_hold_names_and_versions_only_and_are_sorted() -> None:
    odd = [line for line in CONSTRAINTS if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)]
    assert odd == []
    assert sorted(PINS) == [line.split("==")[0] for line in CONSTRAINTS]


def test_constraints_pin_exactly_what_an_installation_for_developers_needs() -> None:
    assert installed_closure() == PINS


def test_no_lock_file_with_addresses_is_kept() -> None:
    locks = ("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml")
    assert [name for name in locks if (ROOT / name).exists()] == []


def installed_closure() -> dict[str, str]:
    """Name and version of whatever the runtime, the dev group and pip itself pull in here."""
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["postgres"]]
    wanted += [*PROJECT["dependency-groups"]["dev"], "pip"]
    waiting = [(Requirement(text), "") for text in wanted]
    done: set[tuple[str, str]] = set()
    versions: dict[str, str] = {}
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        for inner in {"", *requirement.extras}:
            if (name, inner) not in done:
                done.add((name, inner))
                versions[name], needed = described(name)
                waiting += [(Requirement(text), inner) for text in needed]
    return versions


def described(name: str) -> tuple[str, list[str]]:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return "not installed", []
    return found.version, found.requires or []
