"""Runs a Lindyn model folder in Python and compares the torques with given ones.

    pip install -r requirements.txt
    python verify.py MODEL_FOLDER INPUTS TORQUES

INPUTS has one row [q, qd, qdd, extra inputs] per time step of one motion, TORQUES one row per time
step as Lindyn predicted it; each is a .npy file or a CSV file with a header. The exit code is 1 if
they differ by more than 1e-5 of the torques' range: both compute in float32, in another order.
"""

import argparse
import json
import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import tensorflow as tf
from safetensors.numpy import load_file

TOLERANCE = 1e-5


def read(path):
    if path.endswith(".npy"):
        return np.load(path, allow_pickle=False).astype(np.float32)
    return np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2, dtype=np.float32)


def predict(folder, inputs):
    signature = tf.saved_model.load(folder).signatures["serving_default"]
    return signature(motion=tf.constant(inputs[np.newaxis]))["tau"].numpy()[0]


def weight_shapes(folder):
    tensors = load_file(pathlib.Path(folder, "weights.safetensors"))
    return {name: tensor.shape for name, tensor in tensors.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("inputs")
    parser.add_argument("torques")
    arguments = parser.parse_args()

    description = json.loads(pathlib.Path(arguments.folder, "lindyn.json").read_text("utf-8"))
    print("network", description["network"])
    print("weights", weight_shapes(arguments.folder))

    expected = read(arguments.torques)
    actual = predict(arguments.folder, read(arguments.inputs))
    difference = float(np.max(np.abs(actual - expected)))
    span = float(np.max(expected) - np.min(expected))
    print(
        f"TensorFlow {tf.__version__}, {len(actual)} time steps: largest difference"
        f" {difference:.3g}, {difference / span:.3g} of the torques' range"
    )
    return 0 if difference <= TOLERANCE * span else 1


if __name__ == "__main__":
    sys.exit(main())
