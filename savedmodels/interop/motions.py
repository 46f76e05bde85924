"""Motions, the torques that Lindyn predicts for them, and how far others are from those."""

import csv
import dataclasses
import json
import pathlib

import numpy as np
from safetensors.numpy import load_file

TIME_STEPS = 410  # of a simulated trial
TOLERANCE = 1e-5  # of the range of a joint's torques


@dataclasses.dataclass(frozen=True)
class Case:
    """A model folder, its ONNX models if there are any, motions [batch, time, inputs], the torques
    that Lindyn predicts [batch, time, joints], and the range of each joint's measured torques."""

    name: str
    model: pathlib.Path
    onnx: pathlib.Path | None
    motion: np.ndarray
    tau: np.ndarray
    ranges: np.ndarray

    def difference(self, tau):
        """The largest difference, in ranges of the joint."""
        tau = np.asarray(tau)
        if tau.shape != self.tau.shape:
            raise ValueError(f"{self.name}: torques {tau.shape}, expected {self.tau.shape}")
        return float((np.abs(tau - self.tau).max(axis=(0, 1)) / self.ranges).max())


def described(model):
    return json.loads(pathlib.Path(model, "lindyn.json").read_text("utf-8"))


def of_parity_test(folder):
    """A case that the parity test has left."""
    tensors = load_file(folder / "motions.safetensors")
    motion, tau = (
        tensors[name].reshape(-1, TIME_STEPS, tensors[name].shape[-1]) for name in ("motion", "tau")
    )
    ranges = np.ptp(tensors["measured"], axis=0)
    return Case(folder.name, folder / "model", folder / "onnx", motion, tau, ranges)


def of_logs(model, motion, tau, onnx=None):
    """A case of a model folder, a log in Lindyn's own column names, and what predict wrote."""
    for file in (pathlib.Path(model, "lindyn.json"), motion, tau):
        if not pathlib.Path(file).is_file():
            raise SystemExit(f"{file}: is not there")
    joints = len(described(model)["joints"])
    numbers = range(1, joints + 1)
    inputs = [f"{quantity}{number}" for quantity in ("q", "qd", "qdd") for number in numbers]
    inputs += described(model)["extraInputs"]
    torques = [f"tau{number}" for number in numbers]
    rows, predicted = columns(motion, inputs), columns(tau, torques)
    if len(rows) != len(predicted):
        raise SystemExit(f"{tau}: has {len(predicted)} rows, {motion} has {len(rows)}")
    return Case(
        pathlib.Path(model).name,
        pathlib.Path(model),
        onnx,
        rows[np.newaxis],
        predicted[np.newaxis],
        np.ptp(columns(motion, torques), axis=0),
    )


def columns(file, names):
    """Columns of a CSV file by their names, whatever their order in the file."""
    with open(file, newline="", encoding="utf-8") as text:
        rows = list(csv.reader(text))
    missing = [name for name in names if name not in rows[0]]
    if missing:
        raise SystemExit(f"{file}: has no column {', '.join(missing)}; it has {', '.join(rows[0])}")
    places = [rows[0].index(name) for name in names]
    return np.array([[row[place] for place in places] for row in rows[1:]], np.float32)
