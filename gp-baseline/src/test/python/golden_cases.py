"""What the golden tables of Gaussian processes have in common.

Run as a program it draws the observations that all of them use and writes
../resources/lindyn/gp/observations.csv. Needs numpy.
"""

import csv
import pathlib
import platform

import numpy as np

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "lindyn" / "gp"
FAMILIES = ("EXPONENTIAL", "MATERN_32", "MATERN_52", "SQUARED_EXPONENTIAL")
INPUTS = 15
OUTPUTS = 3
TRAIN = 24
TEST = 5
# by the number of inputs: about the distance of two points
LENGTH_SCALES = {1: 0.75, 3: 1.25, 15: 4.0}


def cases():
    """Yields family, inputs, outputs, signal variance, length scales, noise variance."""
    for family in FAMILIES:
        for inputs, length in LENGTH_SCALES.items():
            ard = [length * (0.75 + 0.25 * d) for d in range(inputs)]
            for scales in [[length]] if inputs == 1 else [[length], ard]:
                yield family, inputs, 1, 1.75, scales, 0.03125
                yield family, inputs, OUTPUTS, 0.5, scales, 0.001


def observations():
    """Returns x and y of the training points and x of the test points, as doubles."""
    with (FOLDER / "observations.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    x = np.array([[float(row[f"x{d}"]) for d in range(INPUTS)] for row in rows])
    y = np.array([[float(row[f"y{j}"]) for j in range(OUTPUTS)] for row in rows])
    train = np.array([row["part"] == "train" for row in rows])
    return x[train], y[train], x[~train]


def write(name, versions, golden):
    """Writes a table: one row per case, golden(*case) being value, gradient, means, variances.

    means has a row per test point and a column per output. Lists stand in one cell, with blanks
    between their numbers.
    """
    lines = [
        f"# {name}.py, python {platform.python_version()}, numpy {np.__version__}, {versions}",
        "family,inputs,outputs,signalVariance,lengthScales,noiseVariance,"
        "logMarginalLikelihood,gradient,means,variances",
    ]
    for case in cases():
        family, inputs, outputs, signal, scales, noise = case
        value, gradient, means, variances = golden(*case)
        means = [mean for row in means for mean in row]
        cells = [[signal], scales, [noise], [value], gradient, means, variances]
        texts = [" ".join(repr(float(number)) for number in cell) for cell in cells]
        lines.append(",".join([family, str(inputs), str(outputs), *texts]))
    (FOLDER / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    random = np.random.default_rng(4)
    x = random.normal(size=(TRAIN + TEST, INPUTS))
    x[-1] = x[0]  # one test point is a training point
    directions = random.normal(size=(INPUTS, OUTPUTS)) / np.sqrt(INPUTS)
    y = np.sin(x @ directions) + 0.1 * random.normal(size=(TRAIN + TEST, OUTPUTS))
    names = [f"x{d}" for d in range(INPUTS)] + [f"y{j}" for j in range(OUTPUTS)]
    lines = [
        f"# golden_cases.py, python {platform.python_version()}, numpy {np.__version__}",
        ",".join(["part", *names]),
    ]
    for i, row in enumerate(np.hstack([x, y])):
        part = "train" if i < TRAIN else "test"
        lines.append(",".join([part, *(f"{number:.3f}" for number in row)]))
    (FOLDER / "observations.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
