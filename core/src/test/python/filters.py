"""Golden values for filters and derivatives: writes ../resources/lindyn/signal/filters.csv.

Two series, sampled unevenly rich: a noisy swing of 60 samples, and the first 12 samples of it. One
row per series, method, parameters and sample; numbers have 17 digits, so they are read back exactly.

Needs numpy and scipy. Run: python3 filters.py
"""

import csv
import pathlib
import platform

import numpy as np
import scipy
from scipy import signal

PERIOD = 0.004


def swing(samples):
    rng = np.random.default_rng(7)
    t = np.arange(60) * PERIOD
    x = np.sin(2 * np.pi * 3 * t) + 0.3 * t + 0.01 * rng.normal(size=60)
    return x[:samples]


def butterworth(x, cutoff):
    b, a = signal.butter(2, cutoff, fs=1 / PERIOD)
    causal, _ = signal.lfilter(b, a, x, zi=signal.lfilter_zi(b, a) * x[0])
    return {
        f"zero-phase {cutoff}": signal.filtfilt(b, a, x),
        f"causal {cutoff}": causal,
    }


def savitzky_golay(x, window, order):
    return {
        f"savitzky-golay {window} {order} {deriv}": signal.savgol_filter(
            x, window, order, deriv=deriv, delta=PERIOD, mode="interp"
        )
        for deriv in (1, 2)
        if deriv <= order
    }


def columns(samples):
    x = swing(samples)
    found = {"x": x, "gradient": np.gradient(x, PERIOD)}
    for cutoff in (3, 10, 60, 120):
        found |= butterworth(x, cutoff)
    for window, order in ((3, 2), (5, 2), (7, 3), (11, 4), (9, 1)):
        found |= savitzky_golay(x, window, order)
    return found


def main():
    folder = pathlib.Path(__file__).parent / "../resources/lindyn/signal"
    versions = f"numpy {np.__version__}, scipy {scipy.__version__}"
    with open(folder / "filters.csv", "w", newline="") as file:
        file.write(f"# filters.py, Python {platform.python_version()}, {versions}\n")
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["samples", "method", *range(60)])
        for samples in (12, 60):
            for method, y in columns(samples).items():
                out.writerow([samples, method, *(repr(float(v)) for v in y)])


if __name__ == "__main__":
    main()
