#!/usr/bin/env bash
# Training throughput against batch and width on the processor and on a GPU, as report.html,
# report.md and plots: bench/gpu.sh [FOLDER]
# PyTorch's cuDNN LSTM is measured too where PYTHON (python3) has torch and finds the GPU.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-runs/gpu}
export LINDYN_PROFILE=${LINDYN_PROFILE-gpu} # or empty, to see the processor alone
lib=$root/cli/target/lib${LINDYN_PROFILE:+-$LINDYN_PROFILE}
"$root/lindyn" doctor >&2 # builds what is missing
peers=$(mktemp)
trap 'rm -f "$peers"' EXIT
"${PYTHON:-python3}" "$root/bench/peers/lstm_cudnn.py" >"$peers" ||
  echo "without PyTorch: needs python3 with torch that finds a GPU" >&2
export TF_CPP_MIN_LOG_LEVEL=2
export XLA_FLAGS=${XLA_FLAGS---xla_cpu_use_thunk_runtime=false}
java -cp "$lib/*" lindyn.bench.Tf32Throughput >>"$peers"
java -cp "$lib/*" lindyn.bench.DeviceThroughput "$folder" "$peers"
cat "$folder/report.md"
