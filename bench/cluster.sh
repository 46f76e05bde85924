#!/usr/bin/env bash
# What a cluster costs and when it pays, on this machine's loopback: bench/cluster.sh [EPOCHS]
# Time steps per second of two layers on the simulated arm, with one process of one and of two
# threads, and with two processes; then the test error with weights averaged every so many steps.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
epochs=${1:-6}
"$root/lindyn" --version >&2 # builds what is missing
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
"$root/lindyn" simulate --out "$work/arm.csv" >&2
echo '{"workers": ["localhost:23456", "localhost:23457"]}' >"$work/cluster.json"
"$root/lindyn" worker --cluster "$work/cluster.json" --task 1 >&2 &

train() { "$root/lindyn" train "$work/arm.csv" --base none --layers 2 --json --out "$work/$RANDOM$RANDOM" "$@" 2>/dev/null; }
# Prints the number of a field of the JSON.
field() { sed -n -E "s/.*\"$1\" : ([-0-9.Ee]+),?.*/\1/p" | tail -1; }
nmse() { sed -n -E '/"nmse"/,/}/s/.*"mean" : ([-0-9.Ee]+),?.*/\1/p' | head -1; }
speed() { train --sequence 64 --warm-up 16 --epochs "$epochs" "$@" | field timeStepsPerSecond; }

echo "| units, batch | one thread | two threads | two processes | (time steps per second)"
echo "|---|---|---|---|"
for size in "10 64" "10 512" "64 64" "256 64"; do
  read -r units batch <<<"$size"
  of=(--hidden-units "$units" --batch-size "$batch")
  [[ $units -lt 256 ]] || of+=(--max-minutes 0.5)
  echo "| 2×$units, $batch | $(speed "${of[@]}") | $(speed "${of[@]}" --threads 2) | $(speed "${of[@]}" --cluster "$work/cluster.json") |"
done
echo
echo "| average every | test nMSE | time steps per second |"
echo "|---|---|---|"
for steps in 1 4 16 64; do
  result=$(train --cluster "$work/cluster.json" --average-every "$steps")
  echo "| $steps | $(nmse <<<"$result") | $(field timeStepsPerSecond <<<"$result") |"
done
