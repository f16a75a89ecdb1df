"""Which names are like a name? Good for suggesting, never for identity."""

from collections.abc import Sequence
from heapq import nsmallest
from itertools import permutations

_NEAR_ENOUGH = 75  # of 100; one letter wrong in four
_MOST_WORDS = 4  # 24 orders
_SHORTEST_BEGINNING = 3  # characters; one or two begin too many names


def near(
    search: str,
    candidates: Sequence[tuple[str, str]],
    limit: int = 3,
    least: float = _NEAR_ENOUGH,
) -> list[str]:
    """The names most like a search key, the nearest first, ties by name; often none.

    `candidates` are pairs of search key and name; a name is listed once. Near is a spelling
    that differs a little, in any order of words, a word of the name that begins so, or all
    words of the one among those of the other (DeepMind, Google DeepMind).
    """
    from rapidfuzz import fuzz, process  # 20 ms, needed only once something is not found

    if not search:
        return []
    keys = [key for key, _ in candidates]
    scores: dict[str, float] = {}
    alike = process.extract(
        search, keys, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=None
    )
    among = process.extract(search, keys, scorer=fuzz.token_set_ratio, score_cutoff=100, limit=None)
    contained = {place for _, _, place in among} | _beginning(search, keys)
    for _, score, place in alike:
        _keep_best(scores, candidates[place][1], score)
    for place in contained:  # above a misspelling of a short name, and shorter names first
        score = 80 + fuzz.token_sort_ratio(search, keys[place]) / 5
        _keep_best(scores, candidates[place][1], score)
    return nsmallest(limit, scores, key=lambda name: (-scores[name], name))


def _beginning(search: str, keys: Sequence[str]) -> set[int]:
    if len(search) < _SHORTEST_BEGINNING:
        return set()
    start = f" {search}"
    return {place for place, key in enumerate(keys) if start in f" {key}"}


def _keep_best(scores: dict[str, float], name: str, score: float) -> None:
    scores[name] = max(score, scores.get(name, 0))


def word_keys(search: str) -> tuple[str, ...]:
    """What names of the same words have in common: the words in order, and all without spaces."""
    words = search.split()
    return (" ".join(sorted(words)), "".join(words)) if len(words) > 1 else (search,)


def orders(search: str) -> set[str]:
    """The search keys of the same words, in any order if they are at most four; and in one."""
    words = search.split()
    several = permutations(words) if len(words) <= _MOST_WORDS else [words]
    return {" ".join(order) for order in several} | {"".join(words)}
