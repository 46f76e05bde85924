#!/usr/bin/env bash
# Predicts the reference motion in plain Java, C, TensorFlow and ONNX Runtime, and compares with the
# torques beside it: savedmodels/recipes/run.sh. Needs ./lindyn built, cc, and the packages of
# ../interop/requirements.txt; PYTHON names the interpreter that has them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
reference=$here/../reference
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/lindyn" export "$reference/arm" --format c --out "$work/c" >/dev/null
"$root/lindyn" export "$reference/arm" --format onnx --out "$work/onnx" >/dev/null

java -cp "$root/model/target/*:$root/model/target/lib/*" "$here/Predict.java" \
  "$reference/arm" "$reference/motion.csv" >"$work/java.csv"
cc -std=c99 -O2 -I"$work/c" "$here/predict.c" "$work/c/lindyn_model.c" -lm -o "$work/predict"
"$work/predict" <"$reference/motion.csv" >"$work/c.csv"
python=${PYTHON:-python3}
"$python" "$here/predict_tensorflow.py" "$reference/arm" "$reference/motion.csv" \
  2>/dev/null >"$work/tensorflow.csv"
"$python" "$here/predict_onnx.py" "$work/onnx/step.onnx" "$reference/motion.csv" >"$work/onnx.csv"

for runtime in java c tensorflow onnx; do
  paste -d, <(tail -n +2 "$reference/tau.csv" | cut -d, -f3-) "$work/$runtime.csv" |
    awk -F, -v runtime="$runtime" '
      { for (j = 1; j <= NF / 2; j++) { d = $j - $(j + NF / 2); if (d < 0) d = -d; if (d > worst) worst = d } }
      END { printf "%-10s %d time steps, largest difference %.1e N·m\n", runtime, NR, worst; exit !(NR == 410 && worst < 2e-4) }'
  tail -n 1 "$work/$runtime.csv"
done
