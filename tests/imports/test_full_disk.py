"""What comes of an import where the disk is full, or where a file may not grow any more?"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.generate import write_roles
from tests.cli.lines import Said, everything
from tests.cli.terminals import PROGRAM, environment
from tests.databases import SqliteDatabases

# A disk of 2 MB: the ledger fits, what is imported does not. To mount one takes a name space.
MOUNTED = ["unshare", "--user", "--map-root-user", "--mount"]
FULL = 'mount -t tmpfs -o size=2m tmpfs "$DISK" || exit 77; '
LIMITED = "ulimit -f 3000; "
RUN = 'cp "$LEDGER" "$DISK"; "$@"; code=$?; ls -A "$DISK"; '
KEEP = 'cp "$DISK/ledger.db" "$LEDGER"; exit $code'


class Disk:
    """A small disk that holds a copy of a ledger while a command runs."""

    def __init__(self, folder: Path, is_mounted: bool) -> None:
        self.folder, self.is_mounted = folder / "disk", is_mounted
        self.folder.mkdir()
        databases = SqliteDatabases(folder)
        self.ledger = folder / "ledger.db"
        shutil.copy(databases.ledger().removeprefix("sqlite:///"), self.ledger)

    def run(self, *words: str, text: bytes = b"") -> Said:
        """What a command came to; its result is the names of the files that it left."""
        disk = str(self.folder)
        shell = [*(MOUNTED if self.is_mounted else ()), "sh", "-c"]
        script = (FULL if self.is_mounted else LIMITED) + RUN + KEEP
        program = [sys.executable, "-c", PROGRAM, "--db", f"{disk}/ledger.db", "-q", *words]
        places = {"DISK": disk, "TMPDIR": disk, "SQLITE_TMPDIR": disk, "LEDGER": str(self.ledger)}
        done = subprocess.run(
            [*shell, script, "sh", *program],
            input=text,
            env=environment(**places),
            capture_output=True,
            check=False,
        )
        if done.returncode == 77 or done.stderr.startswith(b"unshare:"):
            pytest.skip(f"no disk can be mounted here: {done.stderr.decode().strip()}")
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(params=[True, False], ids=["full", "limited"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    if request.param and shutil.which("unshare") is None:
        pytest.skip("there is no unshare here, to mount a small disk")
    yield Disk(tmp_path, request.param)


def test_a_full_disk_is_a_sentence_and_leaves_all_as_it_was(disk: Disk, tmp_path: Path) -> None:
    write_roles(tmp_path / "roles.csv", 20_000, wrong=0)
    before = everything(str(disk.ledger))
    said = disk.run("import", str(tmp_path / "roles.csv"))
    why = "it is full" if disk.is_mounted else "an I/O error"
    assert said == Said(
        5,
        "ledger.db\n",
        f"talentdb: the disk refuses to keep {disk.folder}/ledger.db: {why}. "
        "Nothing was written: make room and try again.\n",
    )
    assert everything(str(disk.ledger)) == before


def test_a_disk_too_full_for_standard_input_is_a_sentence(disk: Disk) -> None:
    said = disk.run("import", "-", text=b"person,organisation\n" * 200_000)
    assert (said.code, said.out) == (4, "ledger.db\n")
    assert said.err.startswith(f"talentdb: standard input cannot be kept in {disk.folder}/")
