"""Golden values of Gaussian processes: writes ../resources/lindyn/gp/golden_sklearn.csv.

Needs scikit-learn. Run: python3 golden_sklearn.py
"""

import sklearn
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel

import golden_cases

NU = {"EXPONENTIAL": 0.5, "MATERN_32": 1.5, "MATERN_52": 2.5}


def golden(family, inputs, outputs, signal, scales, noise):
    x, y, x_star = golden_cases.observations()
    x, y, x_star = x[:, :inputs], y[:, :outputs], x_star[:, :inputs]
    base = Matern(scales, nu=NU[family]) if family in NU else RBF(scales)
    # the noise in the kernel gives its derivative, the noise as alpha the variance of f alone
    noisy = ConstantKernel(signal) * base + WhiteKernel(noise)
    likelihood = GaussianProcessRegressor(noisy, alpha=0, optimizer=None).fit(x, y)
    value, gradient = likelihood.log_marginal_likelihood(noisy.theta, eval_gradient=True)
    gp = GaussianProcessRegressor(ConstantKernel(signal) * base, alpha=noise, optimizer=None)
    means, deviations = gp.fit(x, y).predict(x_star, return_std=True)
    points = len(x_star)
    return value, gradient, means.reshape(points, outputs), deviations.reshape(points, outputs)[:, 0] ** 2


if __name__ == "__main__":
    golden_cases.write("golden_sklearn", f"scikit-learn {sklearn.__version__}", golden)
