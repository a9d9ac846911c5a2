#!/usr/bin/env bash
# Runs every static check and reports all failures, not only the first.
set -u
bin=.venv/bin
failed=()
run() {
  local name=$1
  shift
  if output=$("$@" 2>&1); then
    echo "ok    $name"
  else
    echo "FAIL  $name"
    echo "$output" | tail -40
    failed+=("$name")
  fi
}
run "ruff: rules" "$bin/ruff" check .
run "ruff: format" "$bin/ruff" format --check .
run "mypy" "$bin/mypy"
run "import contracts" "$bin/lint-imports"
run "generated documents" "$bin/python" -m scripts.docs --check
[ ${#failed[@]} -eq 0 ] || { echo "Not well: ${failed[*]}"; exit 1; }
