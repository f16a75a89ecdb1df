"""How does a test open a page in Chromium, in several widths and themes, with axe?"""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

AXE = "axe-core@4.14.1"
WIDTHS = (1120, 768, 390)
THEMES = {
    "light": ("", ""),
    "dark": ("(prefers-color-scheme:dark)", "all"),
    "print": ("@media print", "@media all"),
}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--enable-logging=stderr"),
)
# Each page tells the one around it what axe found; that one is then printed.
_RUN = """
axe.run({resultTypes: ["violations"]}).then(found => parent.postMessage({
  name: NAME, width: innerWidth, reaches: document.documentElement.scrollWidth,
  faults: found.violations.map(one => [one.impact, one.id, one.nodes[0].html.slice(0, 200)])
}, "*"));
"""
_AROUND = """<!doctype html><meta charset="utf-8"><pre id="found"></pre><script>
addEventListener("message", event => {
  document.getElementById("found").textContent += JSON.stringify(event.data) + "\\n";
});
</script>"""


def chromium() -> str | None:
    """The browser, if this system has one."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def axe_in(folder: Path) -> str:
    """The script of axe, fetched with npm into a folder that is thrown away."""
    command = ["npm", "pack", "--silent", AXE]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    (archive,) = folder.glob("axe-core-*.tgz")
    shutil.unpack_archive(archive, folder)
    return (folder / "package" / "axe.min.js").read_text(encoding="utf-8")


def opened(page: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """What Chromium prints of a page, and what it complains of."""
    profile = page.with_name("profile")
    command = [str(chromium()), *_FLAGS, f"--user-data-dir={profile}", *flags, page.as_uri()]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=True)


def looked_at(page: Path, axe: str) -> list[dict[str, Any]]:
    """What axe finds in the page in each theme and width, and how wide it is then."""
    text = page.read_text(encoding="utf-8")
    frames = "".join(
        f'<iframe width="{width}" height="900" srcdoc="{html.escape(_variant(text, theme, axe))}">'
        "</iframe>"
        for theme in THEMES
        for width in WIDTHS
    )
    around = page.with_name("around.html")
    around.write_text(_AROUND + frames, encoding="utf-8")
    said = opened(around, "--virtual-time-budget=120000", "--dump-dom").stdout
    found = re.search(r'<pre id="found">(.*?)</pre>', said, re.DOTALL)
    lines = html.unescape(found[1]).splitlines() if found else []
    return [json.loads(line) for line in lines]


def _variant(text: str, theme: str, axe: str) -> str:
    """The page as that theme shows it, with all opened, and axe at its end."""
    text = _POLICY.sub("", text).replace("<details>", "<details open>")
    text = text.replace(*THEMES[theme]) if THEMES[theme][0] else text
    script = axe.replace("</script", "<\\/script") + _RUN.replace("NAME", json.dumps(theme))
    return text.replace("</body>", f"<script>{script}</script></body>")
