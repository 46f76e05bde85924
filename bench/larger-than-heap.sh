#!/usr/bin/env bash
# Trains on a simulated log ten times the size of the heap: bench/larger-than-heap.sh [HEAP_MB] [FOLDER]
# Needs a quarter of an hour and 35 times the heap on disk.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
heap=${1:-128}
folder=$(mktemp -d -p "${2:-${TMPDIR:-/tmp}}")
trap 'rm -rf "$folder"' EXIT
# A row of 5 joints takes 88 bytes in the cache, a trial has 410 rows.
trials=$((10 * heap * 1048576 / (88 * 410) + 1))
"$root/lindyn" simulate --trials "$trials" --out "$folder/arm.csv"
JAVA_TOOL_OPTIONS="-Xmx${heap}m" "$root/lindyn" train "$folder/arm.csv" --out "$folder/run"
du -k "$folder"/.arm.csv.*.lindyn-cache | awk -v heap="$heap" '{printf "cache %.0f MB, heap %d MB\n", $1 / 1024, heap}'
