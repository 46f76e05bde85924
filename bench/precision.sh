#!/usr/bin/env bash
# What rounded matrix products cost in accuracy: bench/precision.sh [LOG [OPTIONS OF TRAIN...]]
# Test nMSE of three seeds for each precision, on the processor, which rounds as these formats say;
# without a log on the simulated arm.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/bench/train-nmse.sh"
"$root/lindyn" --version >&2 # builds what is missing
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [[ $# == 0 ]]; then
  "$root/lindyn" simulate --out "$work/arm.csv" >&2
  set -- "$work/arm.csv"
fi
echo "| precision | test nMSE, seeds 1, 2 and 3 |"
echo "|---|---|"
for precision in float32 tf32 bfloat16; do
  errors=()
  for seed in 1 2 3; do
    errors+=("$(train_nmse "$work/$precision-$seed" "$@" --seed "$seed" --precision "$precision")")
  done
  echo "| $precision | ${errors[*]} |"
done
