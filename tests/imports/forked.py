"""How is a command run very often, and ended at any moment, without starting Python each time?

One process has loaded everything; for each command that it is asked for it splits off another.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

SOURCE = str(Path(__file__).parents[2] / "src")
PROGRAM = """
import json, os, sys
import talentdb.cli.app, talentdb.cli.import_, talentdb.database.engine, talentdb.imports.pipeline
from talentdb.cli import main

for line in sys.stdin:
    process = os.fork()
    if process == 0:
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        sys.argv[1:] = json.loads(line)
        code = main()
        os._exit(code)
    print(process, flush=True)
    print(os.waitpid(process, 0)[1], flush=True)
"""


class Forker:
    """Runs command lines, each in a process of its own that is there at once."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, words: Sequence[str], after: float = 0, kill: int = 0) -> int:
        """The exit code of a command, or -N if signal N ended it; it is sent after some seconds."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        print(json.dumps(words), file=stdin, flush=True)
        process = int(stdout.readline())
        if kill:
            time.sleep(after)
            with suppress(ProcessLookupError):  # it was done by then
                os.kill(process, kill)
        return os.waitstatus_to_exitcode(int(stdout.readline()))


@contextmanager
def forker() -> Iterator[Forker]:
    """A process to run commands with; it ends with the block."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCE},
    ) as process:
        yield Forker(process)
