#!/usr/bin/env bash
# Time and memory of training against the number of samples: bench/scaling.sh [N...]
# Without arguments from a thousand to ten million samples, then the paper-sized job: 100,450 samples
# from a CSV log to an exported model in one process, 100 epochs of sequences of 16 steps, everything
# included. Simulating the arm takes most of the time; ten million samples need 4 GB of memory.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/lindyn" --version >&2 # builds what is missing
export TF_CPP_MIN_LOG_LEVEL=2
export XLA_FLAGS=${XLA_FLAGS---xla_cpu_use_thunk_runtime=false}
sizes=$#
[[ $# -gt 0 ]] || set -- 1000 10000 100000 1000000 10000000
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo "$(date -u +'%F %H:%M') UTC, $(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), load $(cut -d ' ' -f 1 /proc/loadavg)"
for n; do
  java -Xmx3g -cp "$root/cli/target/lib/*" lindyn.bench.TrainingScaling "$n" 2>/dev/null >>"$folder/points"
done
java -cp "$root/cli/target/lib/*" lindyn.bench.ScalingTable <"$folder/points"
[[ $sizes -eq 0 ]] || exit 0

# 245 trials of 410 samples are trained on; the run needs others to validate and to test.
"$root/lindyn" simulate --trials 251 --out "$folder/arm.csv" >/dev/null 2>&1
printf '{"train": [%s], "val": [246, 247, 248], "test": [249, 250, 251]}' "$(seq -s , 245)" >"$folder/split.json"
for threads in 1 "$(nproc)"; do
  rm -rf "$folder"/run "$folder"/.*.lindyn-cache
  begin=$(date +%s.%N)
  "$root/lindyn" train "$folder/arm.csv" --split "$folder/split.json" --base none --layers 2 \
    --hidden-units 10 --sequence 16 --warm-up 0 --batch-size 128 --epochs 100 --patience 100 \
    --threads "$threads" --out "$folder/run" >"$folder/output" 2>&1 || { cat "$folder/output"; exit 1; }
  awk -v begin="$begin" -v end="$(date +%s.%N)" -v threads="$threads" 'BEGIN {
    printf "100,450 samples x 100 epochs, from CSV to exported model, %d thread(s): %.1f s\n", threads, end - begin
  }'
done
