"""Is docs/cli.md what the commands say of themselves?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.consoles import ROOT
from tests.docs.pages import page


@pytest.mark.slow
def test_the_reference_is_the_generated_one(tmp_path: Path) -> None:
    generated = tmp_path / "cli.md"
    words = ["talentdb.cli.app", "utils", "docs", "--name", "talentdb", "--output", str(generated)]
    subprocess.run(
        [sys.executable, "-m", "typer", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=True,
        capture_output=True,
        timeout=60,
    )
    text = generated.read_text(encoding="utf-8")
    assert "## `talentdb query`" in text
    assert page("docs/cli.md") == text, "`make docs` writes docs/cli.md anew"
