"""Fits scikit-learn's Gaussian process to the points that GpScaling wrote, for comparison.

Needs scikit-learn (measured with 1.9). Usage: python3 gp_sklearn.py FOLDER iso|ard N...

The hyper-parameters are shared by the five outputs, as GpScaling's are; scikit-learn's own search
(L-BFGS-B, no restarts) begins where Lindyn's begins: the median distance, the variance of the
targets and a tenth of it as noise.
"""

import pathlib
import sys
import time

import numpy as np
import sklearn
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel


def start(x, ard):
    random = np.random.default_rng(1)
    pairs = random.integers(len(x), size=(2, 1000))
    differences = x[pairs[0]] - x[pairs[1]]
    if ard:
        return np.sqrt(x.shape[1]) * np.median(np.abs(differences), axis=0)
    return np.median(np.linalg.norm(differences, axis=1))


def main():
    folder, kind, sizes = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    print(f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, {kind}")
    for n in sizes:
        data = np.loadtxt(folder / f"{n}.csv", delimiter=",")
        x, y = data[:, :15], data[:, 15:]
        kernel = ConstantKernel(1.0) * Matern(start(x, kind == "ard"), (1e-3, 1e4), nu=2.5)
        process = GaussianProcessRegressor(kernel + WhiteKernel(0.1, (1e-8, 10)), alpha=0)
        begin = time.perf_counter()
        process.fit(x, y)
        seconds = time.perf_counter() - begin
        likelihood = process.log_marginal_likelihood_value_
        theta = process.kernel_.theta
        begin = time.perf_counter()
        process.log_marginal_likelihood(theta, eval_gradient=True)
        evaluation = time.perf_counter() - begin
        print(
            f"n {n:>6}: fit {seconds:8.2f} s, log marginal likelihood {likelihood:.4f};"
            f" one evaluation {evaluation:.3f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
