#!/usr/bin/env bash
# What a cluster costs and when it pays, on this machine's loopback: bench/cluster.sh
# The time of a training step, sequences of 64 steps, with one process of one and of two threads and
# with two processes; then the test error with weights averaged every so many steps.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/bench/train-nmse.sh"
"$root/lindyn" --version >&2 # builds what is missing
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
export TF_CPP_MIN_LOG_LEVEL=2
export XLA_FLAGS=${XLA_FLAGS---xla_cpu_use_thunk_runtime=false}
echo '{"workers": ["localhost:23456", "localhost:23457"]}' >"$work/cluster.json"
"$root/lindyn" worker --cluster "$work/cluster.json" --task 1 >&2 &

java -cp "$root/cli/target/lib/*" lindyn.bench.ClusterThroughput "$work/cluster.json" 2>/dev/null

"$root/lindyn" simulate --out "$work/arm.csv" >&2
echo
echo "| average every | test nMSE, seeds 1, 2 and 3 |"
echo "|---|---|"
for steps in 1 4 16 64; do
  errors=()
  for seed in 1 2 3; do
    errors+=("$(train_nmse "$work/$steps-$seed" "$work/arm.csv" --seed "$seed" \
      --cluster "$work/cluster.json" --average-every "$steps")")
  done
  echo "| $steps | ${errors[*]} |"
done
