#!/usr/bin/env bash
# Lindyn beside PyTorch, DJL, DL4J and C, all at the same training: bench/run-peers.sh [ROUNDS [PEER...]]
# Peers are lindyn, c, pytorch, djl and dl4j; those that are not installed are named and left out.
# A round takes some minutes, which is why there are few; machines are never quiet, so only ratios
# within one run mean anything. DL4J is so slow that it runs once, on the first problem.
# PROBLEMS: "layers units batch warm-up updates", separated by commas. THREADS: such as "1 2".
# PYTHON: the python3 that has torch and numpy. MOST_SECONDS: what one training may take.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=$root/bench/peers
rounds=${1:-3}
[[ $# -lt 1 ]] || shift
[[ $# -gt 0 ]] || set -- lindyn c pytorch djl dl4j
IFS=, read -ra problems <<<"${PROBLEMS:-2 10 128 100 300,2 10 512 25 75,2 256 512 2 5}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TF_CPP_MIN_LOG_LEVEL=2
export XLA_FLAGS=${XLA_FLAGS---xla_cpu_use_thunk_runtime=false}

# prepare_PEER builds it, or fails having said what is missing; run_PEER FOLDER THREADS prints a line.
prepare_lindyn() { :; }
run_lindyn() { lindyn LindynPeer "$1" "$2"; }
lindyn() { limited java -cp "$root/cli/target/lib/*" "lindyn.bench.$1" "${@:2}"; }
limited() { timeout "${MOST_SECONDS:-300}" "$@"; }

prepare_c() {
  command -v gcc >/dev/null || { echo "needs gcc with OpenMP (the package gcc)"; return 1; }
  gcc -std=gnu11 -O3 -march=native -ffast-math -mprefer-vector-width=512 -fopenmp \
    -o "$work/lstm" "$peers/lstm.c" -lm
}
run_c() { limited "$work/lstm" "$1" "$2"; }

prepare_pytorch() {
  "${PYTHON:-python3}" -c "import numpy, torch" 2>/dev/null ||
    { echo "needs python3 with PyTorch: pip install numpy torch, and PYTHON if it is not python3"; return 1; }
}
run_pytorch() { limited "${PYTHON:-python3}" "$peers/lstm_pytorch.py" "$1" "$2"; }

prepare_djl() { prepare_java djl; }
run_djl() {
  limited java "-DDJL_CACHE_DIR=$work/djl" -cp "$peers/djl/target/*:$peers/djl/target/lib/*" LstmDjl "$1" "$2"
}

prepare_dl4j() { prepare_java dl4j; }
run_dl4j() {
  OMP_NUM_THREADS=$2 limited java -cp "$peers/dl4j/target/*:$peers/dl4j/target/lib/*" LstmDl4j "$1"
}

prepare_java() {
  command -v mvn >/dev/null || { echo "needs Maven, which gets the rest"; return 1; }
  mvn -B -q -f "$peers/$1/pom.xml" -Djavacpp.platform=linux-x86_64 \
    package dependency:copy-dependencies -DoutputDirectory=target/lib
}

"$root/lindyn" --version >&2 # builds what is missing
present=()
for peer; do
  if reason=$("prepare_$peer" 2>&1); then present+=("$peer"); else echo "without $peer: ${reason%%$'\n'*}"; fi
done
for p in "${!problems[@]}"; do
  read -ra sizes <<<"${problems[p]}"
  lindyn PeerProblemWriter "$work/$p" "${sizes[@]}" 2>/dev/null
done
for ((round = 1; round <= rounds; round++)); do
  for p in "${!problems[@]}"; do
    for threads in ${THREADS:-1 2}; do
      for peer in "${present[@]}"; do
        [[ $peer != dl4j || $round-$p == 1-0 ]] || continue
        if line=$("run_$peer" "$work/$p" "$threads" 2>"$work/errors"); then
          printf '%s\t%s\t%s\n' "$work/$p" "$threads" "$line" >>"$work/runs"
        else
          echo "$peer failed or took too long: ${problems[p]}, $threads threads; $(tail -n 1 "$work/errors")"
        fi
      done
    done
  done
done
echo "$(date -u +'%F %H:%M') UTC, $(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), load $(cut -d ' ' -f 1 /proc/loadavg)"
echo "training of an LSTM on 98,400 samples of the simulated arm: medians of $rounds rounds"
echo
lindyn PeerTable <"$work/runs"
