#!/usr/bin/env bash
# Requests per second and latency of lindyn serve on this machine, clients and server together:
#
#   bench/serve.sh [MODEL] [CLIENTS] [SECONDS]
#
# Without MODEL it trains the recommended network for a moment on simulated logs.
set -euo pipefail

clients=${2:-8}
seconds=${3:-5}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
server=
stop() {
  if [[ -n $server ]]; then kill "$server" && wait "$server" || true; fi
  rm -rf "$work"
}
trap stop EXIT

model=${1:-$work/run/model}
if [[ ! -e $model ]]; then
  "$root/lindyn" simulate --out "$work/arm.csv" >"$work/log" 2>&1
  "$root/lindyn" train "$work/arm.csv" --epochs 1 --out "$work/run" >"$work/log" 2>&1
fi

"$root/lindyn" serve "$model" --port 0 >"$work/address" &
server=$!
while [[ ! -s $work/address ]] && kill -0 "$server" 2>/dev/null; do sleep 0.1; done
url=$(grep -o 'http://.*' "$work/address")
java -cp "$root/cli/target/lib/*" lindyn.bench.ServeLoad "$url" "$clients" "$seconds"
