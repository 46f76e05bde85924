"""Golden posteriors of a Gaussian process: writes ../resources/lindyn/gp/posterior.csv.

Needs scikit-learn. Run: python3 posterior.py
"""

import pathlib
import platform

import numpy as np
import sklearn
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern

# the observations of GaussianProcessTest
X = np.array(
    [[-1.5, 0.3], [-1.1, -0.8], [-0.4, 1.2], [0.0, 0.0], [0.2, -1.4], [0.7, 0.6], [1.3, -0.5], [1.8, 1.1]]
)
Y = np.array([0.9, -0.4, 1.3, 0.1, -1.6, 0.8, -0.2, 1.7])
X_STAR = np.array([[-1.5, 0.3], [0.1, 0.1], [1.0, 0.0], [-0.7, -0.2], [3.0, -2.5]])
SETTINGS = [(1.0, 1.0, 0.01), (2.5, 0.6, 0.01), (0.3, 1.7, 0.2), (1.0, 0.25, 1e-4)]


def main():
    lines = [
        f"# posterior.py, python {platform.python_version()}, numpy {np.__version__}, "
        f"scikit-learn {sklearn.__version__}",
        "signalVariance,lengthScale,noiseVariance,xStar0,xStar1,mean,variance,logMarginalLikelihood",
    ]
    for signal, length, noise in SETTINGS:
        kernel = ConstantKernel(signal) * Matern(length_scale=length, nu=2.5)
        gp = GaussianProcessRegressor(kernel, alpha=noise, optimizer=None).fit(X, Y)
        mean, deviation = gp.predict(X_STAR, return_std=True)
        for x_star, m, s in zip(X_STAR, mean, deviation):
            row = (signal, length, noise, *x_star, m, s**2, gp.log_marginal_likelihood_value_)
            lines.append(",".join(repr(float(number)) for number in row))
    folder = pathlib.Path(__file__).parent.parent / "resources" / "lindyn" / "gp"
    (folder / "posterior.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
