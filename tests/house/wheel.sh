#!/usr/bin/env bash
# Is what would be published complete? Build it, install it far from the checkout, use it.
# Takes the Python of an environment with the development tools: tests/house/wheel.sh .venv/bin/python
set -euo pipefail

builder=${1:?name the Python that builds}
python=$(cd "$(dirname "$builder")" && pwd)/$(basename "$builder")
checkout=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
unset PYTHONPATH TALENTDB_DB
export PIP_DISABLE_PIP_VERSION_CHECK=1

# The wheel is built from the source distribution, so both are proved.
"$python" -m build --no-isolation --outdir "$place/dist" "$checkout" >"$place/log" 2>&1 ||
    { cat "$place/log" >&2; exit 1; }

"$python" -m venv "$place/venv"
"$place/venv/bin/python" -m pip install --quiet --constraint "$checkout/constraints.txt" "$place"/dist/*.whl

cd "$place"
export HOME="$place/home"
talentdb="$place/venv/bin/talentdb"
"$talentdb" --version
"$talentdb" init x.db
test -s x.db
"$talentdb" --db x.db info >info
"$talentdb" demo >first
test -s first
# The examples are there, and nothing depends on when or how often they are looked at.
"$talentdb" demo >second
cmp first second
# Templates and style sheets came along.
"$talentdb" --db talentdb-demo.db report organisation Meta -o page.html
grep -q "</html>" page.html
echo "The wheel works in a clean environment: $(basename "$place"/dist/*.whl)"
