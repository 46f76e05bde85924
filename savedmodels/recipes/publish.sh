#!/usr/bin/env bash
# Publishes a model folder as the next version for TensorFlow Serving:
# savedmodels/recipes/publish.sh MODEL MODELS/NAME. The version appears complete or not at all;
# samples that a model keeps for further training are left out.
set -euo pipefail
model=${1:?usage: publish.sh MODEL MODELS/NAME}
versions=${2:?usage: publish.sh MODEL MODELS/NAME}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/../../lindyn" info "$model" >/dev/null # verifies every file
mkdir -p "$versions"
staging=$(mktemp -d "$versions/.publishing-XXXXXX") # Serving takes folders named by numbers alone
trap 'rm -rf "$staging"' EXIT
cp "$model"/* "$staging"
rm -f "$staging/rehearsal.safetensors"
chmod 755 "$staging"
sync "$staging"/*
last=$(find "$versions" -mindepth 1 -maxdepth 1 -type d -regex '.*/[0-9]+' -printf '%f\n' | sort -n | tail -n 1)
version=$((10#${last:-0} + 1))
mv -T "$staging" "$versions/$version"
echo "$versions/$version"
