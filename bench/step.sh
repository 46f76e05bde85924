#!/usr/bin/env bash
# Time steps per second of one training step: bench/step.sh CELL UNITS BATCH TIME_STEPS THREADS
# XLA_FLAGS and ONLY=0 (run on these processors) may be set.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/lindyn" --version >&2 # builds what is missing
[[ $# -gt 0 ]] || set -- tanh 10 128 64 1
export TF_CPP_MIN_LOG_LEVEL=2
export XLA_FLAGS=${XLA_FLAGS---xla_cpu_use_thunk_runtime=false}
pin=(${ONLY:+taskset -c "$ONLY"})
exec ${pin[@]+"${pin[@]}"} java -cp "$root/cli/target/lib/*" lindyn.bench.StepTime "$@" 2>/dev/null
