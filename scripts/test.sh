#!/usr/bin/env bash
# The one test command: finds or installs a Chromium, checks, then runs everything on all cores.
set -euo pipefail
bin=.venv/bin
if ! command -v chromium-headless-shell >/dev/null && ! command -v chromium >/dev/null; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Chromium fehlt und wird aus Debians Paketen installiert."
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null
  else
    echo "Für die Browser-Tests fehlt Chromium. Bitte installieren Sie das Paket „chromium-headless-shell“." >&2
    exit 1
  fi
fi
bash scripts/check.sh
unset PYTHONDONTWRITEBYTECODE # dozens of servers and commands start; each would compile the program again
exec "$bin/python" -m pytest -q -n "${BK_TEST_WORKERS:-2}" --dist loadgroup -m "not bench" "$@"
