#!/usr/bin/env bash
# Trains the reference model on the simulated arm and predicts a motion that it has not seen:
# savedmodels/reference/make.sh FOLDER. The files that are kept here were written once; every later
# version must load them and predict the same.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lindyn=$here/../../lindyn
mkdir -p "$1"
cd "$1"
"$lindyn" simulate --out arm.csv
"$lindyn" train arm.csv --layers 2 --hidden-units 10 --rehearsal-samples 0 --out run
"$lindyn" simulate --out motion.csv --trials 1 --seed 2
"$lindyn" predict run/model motion.csv --out tau.csv
mv run/model arm
rm -r run arm.csv
