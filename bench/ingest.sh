#!/usr/bin/env bash
# Rows per second of CSV logs, first read and from the cache: bench/ingest.sh [ROWS]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/lindyn" --version >&2 # builds what is missing
exec java -cp "$root/cli/target/*:$root/cli/target/lib/*" lindyn.bench.LogIngest "$@"
