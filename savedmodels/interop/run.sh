#!/usr/bin/env bash
# Runs the models that `mvn verify` has left, and the reference model, in TensorFlow, LiteRT, ONNX
# Runtime and OpenVINO: savedmodels/interop/run.sh. Makes a virtual environment in target/ first;
# the exit code is 3 where that, or the packages, cannot be had.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$here/../target
python=$target/interop-python/bin/python
if ! { python3 -m venv "$target/interop-python" &&
  timeout 600 "$python" -m pip install -q --disable-pip-version-check --timeout 20 --retries 1 \
    -r "$here/requirements.txt"; }; then
  echo "interop: python3 or the packages in requirements.txt cannot be installed here" >&2
  exit 3
fi
timeout 900 "$python" "$here/verify.py" --cases "$target/interop"
timeout 900 "$python" "$here/verify.py" "$here/../reference/arm" "$here"/../reference/{motion,tau}.csv
