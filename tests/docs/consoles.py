"""What do the examples of a document print when they are typed?"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = "\x1e"
# The exit code of a command is still there for the one after it.
PRELUDE = f"next() {{ local code=$?; printf '{MARK}'; return $code; }}\n"
PROGRAM = "import sys; from talentdb.cli import main; sys.exit(main())"


def commands(block: str) -> list[str]:
    """What is typed in a block: lines after `$ `, each with the lines after `> ` that follow."""
    typed: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            typed.append(line.removeprefix("$ "))
        elif line.startswith("> "):
            typed[-1] += "\n" + line.removeprefix("> ")
    return typed


def executed(text: str, folder: Path) -> str:
    """The text with every console block as it comes out, all in one shell in a fresh folder."""
    blocks = [commands(block) for block in BLOCK.findall(text)]
    outputs = iter(_outputs([command for block in blocks for command in block], folder))
    screens = iter([_screen(block, outputs) for block in blocks])
    return BLOCK.sub(lambda match: f"```console\n{next(screens)}```", text)


def _screen(block: list[str], outputs: Iterator[str]) -> str:
    return "".join(_typed(command) + next(outputs) for command in block)


def _typed(command: str) -> str:
    return "$ " + command.replace("\n", "\n> ") + "\n"


def _outputs(typed: list[str], folder: Path) -> list[str]:
    script = folder / "typed.sh"
    script.write_text(PRELUDE + "".join(f"next\n{command}\n" for command in typed))
    here = folder / "here"
    here.mkdir()
    said = subprocess.run(
        ["bash", str(script)],
        cwd=here,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
    )
    return said.stdout.split(MARK)[1:]


def _environment(folder: Path) -> dict[str, str]:
    programs = folder / "programs"
    programs.mkdir()
    talentdb = programs / "talentdb"
    talentdb.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{PROGRAM}" "$@"\n')
    talentdb.chmod(0o755)
    return {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(folder / "home"),
        "USER": "ada",
        "COLUMNS": "80",
        "PYTHONUNBUFFERED": "1",  # lines in the order in which a terminal shows them
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
