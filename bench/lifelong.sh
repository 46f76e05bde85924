#!/usr/bin/env bash
# What an arm's model forgets when it learns a new load, a minute per seed: bench/lifelong.sh [SEEDS]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/lindyn" --version >&2 # builds what is missing
export TF_CPP_MIN_LOG_LEVEL=2
export XLA_FLAGS=${XLA_FLAGS---xla_cpu_use_thunk_runtime=false}
exec java -cp "$root/cli/target/lib/*" lindyn.bench.LifelongLearning "$@" 2>/dev/null
