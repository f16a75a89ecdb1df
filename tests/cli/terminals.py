"""How does a test sit at a terminal: two pseudo-terminals, one for the result, one to talk?"""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.lines import Said

PROGRAM = "import sys; from talentdb.cli import main; sys.exit(main())"
SOURCE = str(Path(__file__).parents[2] / "src")
QUESTION = "[y/N] "
INTERRUPT = "\x03"


def environment(**variables: str) -> dict[str, str]:
    """The environment of a process that runs the code of this checkout."""
    return {**os.environ, "PYTHONPATH": SOURCE, "TERM": "xterm", **variables}


def at_a_terminal(*words: str, answer: str = "", **variables: str) -> Said:
    """Runs a command line at a terminal, where someone answers its question."""
    result, result_end = os.openpty()
    talk, talk_end = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdin=talk_end,
        stdout=result_end,
        stderr=talk_end,
        env=environment(**variables),
        start_new_session=True,
    )
    os.close(result_end)
    os.close(talk_end)
    said = {result: b"", talk: b""}
    try:
        listen(process, said, talk, answer)
    finally:
        process.kill()
        code = process.wait()
        os.close(result)
        os.close(talk)
    return Said(code, plain_lines(said[result]), plain_lines(said[talk]))


def listen(
    process: "subprocess.Popen[bytes]", said: dict[int, bytes], talk: int, answer: str
) -> None:
    """Takes down what is said until both terminals fall silent, and answers the question once."""
    waiting = dict.fromkeys(said)
    while waiting:
        ready, _, _ = select.select(list(waiting), [], [], 60)
        assert ready, f"nothing was said for a minute: {said}"
        for end in ready:
            heard = hear(end)
            said[end] += heard
            if not heard:
                del waiting[end]
        if answer and QUESTION.encode() in said[talk]:
            reply(process, talk, answer)
            answer = ""
    process.wait(timeout=60)


def hear(end: int) -> bytes:
    """What came, or nothing once the other side is closed (on Linux that is an error)."""
    try:
        return os.read(end, 65536)
    except OSError:
        return b""


def reply(process: "subprocess.Popen[bytes]", talk: int, answer: str) -> None:
    """Types the answer; Ctrl-C is a signal, since this terminal controls nobody."""
    if answer == INTERRUPT:
        # Nobody is so quick: a signal just before the process reads would not end its reading.
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
    else:
        os.write(talk, f"{answer}\n".encode())


def plain_lines(heard: bytes) -> str:
    return heard.decode().replace("\r\n", "\n")
