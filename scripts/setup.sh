#!/usr/bin/env bash
# Makes the environment from the lock: one folder, the same packages everywhere, each checked by its hash.
set -euo pipefail
python=$1 venv=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Es fehlt Python 3.11 oder neuer (gefunden: $("$python" --version 2>&1))." >&2
  exit 1
}
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
# Compiled once here: otherwise every start of the program reads pandas and its like from source for five seconds.
# uv comes out of the same lock, so its hash is checked too; without it pip does the same work more slowly.
only_uv=$(mktemp)
trap 'rm -f "$only_uv"' EXIT
sed -n '/^uv==/,/^[^ ]/p' requirements.lock | sed -e '$d' -e '1!b' >"$only_uv"
if [ ! -x "$venv/bin/uv" ]; then
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$only_uv" || true
fi
if ! { [ -x "$venv/bin/uv" ] && VIRTUAL_ENV="$PWD/$venv" "$venv/bin/uv" pip sync --quiet --compile-bytecode --require-hashes requirements.lock; }; then
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
fi
if [ -x "$venv/bin/uv" ]; then
  VIRTUAL_ENV="$PWD/$venv" "$venv/bin/uv" pip install --quiet --no-deps --no-build-isolation --no-index --editable .
else
  "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --editable .
fi
