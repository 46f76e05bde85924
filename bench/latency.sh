#!/usr/bin/env bash
# Microseconds of one predicted sample, by network: bench/latency.sh [STEPS]
# ONLY=0 (run on these processors) may be set.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/lindyn" --version >&2 # builds what is missing
pin=(${ONLY:+taskset -c "$ONLY"})
exec ${pin[@]+"${pin[@]}"} java -cp "$root/cli/target/lib/*" lindyn.bench.StepLatency "$@"
