"""Is what comes by a pipe imported, whole and once?"""

import os
import threading
from pathlib import Path

from tests.cli.lines import CommandLine, done, stored

TEXT = "person,organisation\n" + "".join(f"Ada {n} Example,Acme\n" for n in range(20_000))


def test_a_named_pipe_is_read_to_its_end(
    talentdb: CommandLine, ledger_url: str, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT,))
    writer.start()
    said = done(talentdb("--db", ledger_url, "import", str(pipe)))
    writer.join()
    assert "20000 rows read" in said.out
    assert stored(ledger_url, "change_set_files", "name", "size") == [(str(pipe), len(TEXT))]


def test_a_device_is_refused(talentdb: CommandLine, ledger_url: str) -> None:
    said = talentdb("--db", ledger_url, "import", "/dev/zero")
    assert said.code == 4
    assert said.err == (
        "talentdb: /dev/zero is a device, not a file: name a CSV file, or - for a pipe.\n"
    )


def test_a_file_without_rows_says_so(
    talentdb: CommandLine, ledger_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("person,organisation\n")
    assert "there are no rows" in done(talentdb("--db", ledger_url, "import", str(path))).err
