#!/usr/bin/env bash
# Compares the training step of this checkout with that of older revisions, in turn:
# bench/revisions.sh "REVISION..." [CELL UNITS BATCH TIME_STEPS THREADS]; ROUNDS=3, XLA_FLAGS, ONLY
# as in bench/step.sh
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
read -ra revisions <<<"$1"
shift
[[ $# -gt 0 ]] || set -- tanh 10 128 64 1
"$root/bench/step.sh" "$@" >/dev/null # builds this checkout
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for revision in "${revisions[@]}"; do
  mkdir -p "$work/$revision/src" "$work/$revision/classes"
  git -C "$root" archive "$revision" | tar -x -C "$work/$revision/src" --wildcards '*/src/main/java/*'
  find "$work/$revision/src" -mindepth 1 -maxdepth 1 ! -name core ! -name model -exec rm -r {} +
  cp "$root"/bench/src/main/java/lindyn/bench/{StepTime,Waves}.java "$work/$revision/src"
  # revisions whose graphs are in the network's own package, or that have no update rules
  lstm=$work/$revision/src/core/src/main/java/lindyn/lstm
  [[ -e $lstm/graph ]] || sed -i 's/lindyn\.lstm\.graph/lindyn.lstm/' "$work/$revision"/src/*.java
  [[ -e $lstm/graph || -e $lstm/UpdateRule.java ]] ||
    sed -i -E 's/new UpdateRule\((new Adagrad\([^)]*\))\)/\1/; /import lindyn.lstm.UpdateRule;/d' \
      "$work/$revision/src/StepTime.java"
  find "$work/$revision/src" -name '*.java' -exec javac -nowarn -proc:none -Xlint:none \
    -cp "$root/cli/target/lib/*" -d "$work/$revision/classes" {} + 2>/dev/null
done
export TF_CPP_MIN_LOG_LEVEL=2
export XLA_FLAGS=${XLA_FLAGS---xla_cpu_use_thunk_runtime=false}
pin=(${ONLY:+taskset -c "$ONLY"})
for ((round = 0; round < ${ROUNDS:-3}; round++)); do
  for revision in "${revisions[@]}"; do
    echo -n "$revision  "
    ${pin[@]+"${pin[@]}"} java -cp "$work/$revision/classes:$root/cli/target/lib/*" \
      lindyn.bench.StepTime "$@" 2>/dev/null
  done
  echo -n "here  "
  "$root/bench/step.sh" "$@"
done
