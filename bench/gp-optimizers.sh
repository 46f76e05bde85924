#!/usr/bin/env bash
# Which optimiser finds a GP's hyper-parameters in how many evaluations: bench/gp-optimizers.sh [SEEDS [POINTS]]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/lindyn" --version >&2 # builds what is missing
exec java -cp "$root/cli/target/lib/*" lindyn.bench.GpOptimizers "$@"
