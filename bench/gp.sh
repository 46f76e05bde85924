#!/usr/bin/env bash
# Time of fitting a Gaussian process against its number of points: bench/gp.sh [N...]
# Where python3 (or $PYTHON) has scikit-learn, it fits the same points, up to N_PEER (2000) of them.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/lindyn" --version >&2 # builds what is missing
[[ $# -gt 0 ]] || set -- 500 1000 2000 5000 10000
points=$(mktemp -d)
trap 'rm -rf "$points"' EXIT
java -Xmx4g -cp "$root/cli/target/lib/*" lindyn.bench.GpScaling "$points" "$@"
if "${PYTHON:-python3}" -c "import sklearn" 2>/dev/null; then
  for kind in iso ard; do
    for n in "$@"; do
      [[ $n -gt ${N_PEER:-2000} ]] ||
        "${PYTHON:-python3}" "$root/bench/peers/gp_sklearn.py" "$points" "$kind" "$n"
    done
  done
fi
