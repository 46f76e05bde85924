#!/usr/bin/env bash
# Publishes a model folder as the next version for TensorFlow Serving:
# savedmodels/recipes/publish.sh MODEL MODELS/NAME. The version appears complete or not at all;
# samples that a model keeps for further training are left out.
set -euo pipefail
model=$1
versions=$2
(cd "$model" && sha256sum --quiet -c lindyn.json.sha256)
mkdir -p "$versions"
staging=$(mktemp -d "$versions/.publishing-XXXXXX") # Serving takes folders named by numbers alone
trap 'rm -rf "$staging"' EXIT
cp "$model"/* "$staging"
rm -f "$staging/rehearsal.safetensors"
chmod 755 "$staging"
sync "$staging"/*
last=$(find "$versions" -mindepth 1 -maxdepth 1 -type d -regex '.*/[0-9]+' -printf '%f\n' | sort -n | tail -n 1)
version=$((${last:-0} + 1))
mv -T "$staging" "$versions/$version"
echo "$versions/$version"
