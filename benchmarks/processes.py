"""What does a process cost, and how does one compare with another?

Seconds of a processor, children included, not seconds of a clock: on a shared machine others'
work is in the latter. Two processes take turns, so that what slows the one slows the other.
"""

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence

PYTHON = sys.executable
TALENTDB = (PYTHON, "-c", "import sys; from talentdb.cli import main; sys.exit(main())")
Cost = Callable[[], float]


def cost(*words: str) -> float:
    """Seconds of a processor that a command takes from beginning to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def peak(*words: str) -> float:
    """The most memory, in MB, that a command holds at any time."""
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words)
    return used.ru_maxrss / 1024


def net(words: Sequence[str], idle: Sequence[str]) -> Cost:
    """The cost of a command beyond that of another which only starts up."""
    return lambda: max(cost(*words) - cost(*idle), 0.001)


def compared(ours: Cost, yardstick: Cost, times: int) -> tuple[float, float, float]:
    """The medians of both, and of their ratios, over interleaved runs after one of each."""
    ours()
    yardstick()
    pairs = [(ours(), yardstick()) for _ in range(times)]
    mine, theirs = zip(*pairs, strict=True)
    ratio = statistics.median(one / other for one, other in pairs)
    return statistics.median(mine), statistics.median(theirs), ratio


def row(what: str, ours: Cost, yardstick: Cost, goal: str, times: int = 5) -> None:
    """Measures one row of the table and prints it."""
    mine, theirs, ratio = compared(ours, yardstick, times)
    print(f"{what:<52} {mine:>8.3f} {theirs:>8.3f} {ratio:>7.2f} x   {goal}", flush=True)
