#!/usr/bin/env bash
# Test nMSE of an LSTM with different optimisers, schedules, clipping and weight decay, seeds 1 to 3:
#
#   bench/optimizers.sh LOG [OPTION of lindyn train]...
#
# All other settings are the defaults.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rules=(
  ""
  "--schedule cosine"
  "--learning-rate 0.4 --schedule cosine"
  "--clip-norm 0.5"
  "--weight-decay 0.001"
  "--weight-decay 0.01"
  "--optimizer adam --learning-rate 0.003"
  "--optimizer adam --learning-rate 0.01"
  "--optimizer adam --learning-rate 0.003 --schedule cosine"
  "--optimizer adam --learning-rate 0.01 --schedule cosine"
  "--optimizer adam --learning-rate 0.03 --schedule cosine"
  "--optimizer adam --learning-rate 0.01 --schedule cosine --clip-norm 0.5"
  "--optimizer adam --learning-rate 0.01 --schedule cosine --weight-decay 0.01"
)

# The first mean in the result is that of the test errors.
nmse() { sed -n 's/.*"mean" : \([^,]*\),.*/\1/p' | head -1; }

printf '%-76s %8s %8s %8s\n' "${1##*/}" "seed 1" "seed 2" "seed 3"
for rule in "${rules[@]}"; do
  printf '%-76s' "${rule:-default}"
  for seed in 1 2 3; do
    # shellcheck disable=SC2086 # a rule is several words
    "$root/lindyn" train "$@" --seed "$seed" $rule --json --out "$work/run" 2>/dev/null >"$work/result" || true
    printf ' %8.4f' "$(nmse <"$work/result")"
    rm -rf "$work/run"
  done
  echo
done
