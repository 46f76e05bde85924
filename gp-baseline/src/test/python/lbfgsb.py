"""What scipy's L-BFGS-B needs: writes ../resources/lindyn/gp/search/lbfgsb.csv.

Functions, starts and bounds are those of TestFunction.java. Needs scipy. Run: python3 lbfgsb.py
"""

import pathlib
import platform

import numpy as np
import scipy
from scipy.linalg import cho_factor, cho_solve
from scipy.optimize import Bounds, minimize

POINTS = 60


def quadratic(dimension, condition):
    """-1/2 (x - m)' A (x - m), A with eigenvalues from 1 to condition along no axis."""
    eigenvalues = condition ** (np.arange(dimension) / (dimension - 1))
    v = np.ones(dimension) / np.sqrt(dimension)
    rotation = np.eye(dimension) - 2 * np.outer(v, v)
    a = rotation @ np.diag(eigenvalues) @ rotation

    def function(x):
        r = x - np.arange(dimension) / dimension
        return -r @ a @ r / 2, -a @ r

    return function


def rosenbrock(x):
    a, b = x[:-1], x[1:]
    gradient = np.zeros(len(x))
    gradient[:-1] += 400 * a * (b - a * a) + 2 * (1 - a)
    gradient[1:] -= 200 * (b - a * a)
    return -np.sum(100 * (b - a * a) ** 2 + (1 - a) ** 2), gradient


def log_marginal_likelihood(inputs, automatic_relevance):
    i = np.arange(POINTS)
    x = np.stack([2 * ((i + 1) * np.sqrt(p) % 1) - 1 for p in (2, 3, 5, 7)[:inputs]], 1)
    y = np.sin(3 * x[:, 0]) + x[:, 1] ** 2 + 0.1 * np.cos(37 * i)
    differences = (x[:, None] - x[None]) ** 2

    def function(theta):
        signal, noise, scales = np.exp(theta[0]), np.exp(theta[-1]), np.exp(theta[1:-1])
        scaled = differences / scales**2
        a = np.sqrt(5 * scaled.sum(2))
        k = signal * (1 + a + a * a / 3) * np.exp(-a)
        slope = signal * 5 / 3 * (1 + a) * np.exp(-a)
        factor = cho_factor(k + noise * np.eye(POINTS), lower=True)
        alpha = cho_solve(factor, y)
        w = (np.outer(alpha, alpha) - cho_solve(factor, np.eye(POINTS))) / 2
        by_scale = [(w * slope * scaled[:, :, d]).sum() for d in range(inputs)]
        if not automatic_relevance:
            by_scale = [sum(by_scale)]
        value = -y @ alpha / 2 - np.log(np.diag(factor[0])).sum() - POINTS / 2 * np.log(2 * np.pi)
        return value, np.array([(w * k).sum(), *by_scale, noise * np.trace(w)])

    return function


def wide(dimension):
    return np.full(dimension, -10.0), np.full(dimension, 10.0)


PROBLEMS = {
    "QUADRATIC": (quadratic(5, 1e2), np.ones(5), *wide(5)),
    "ILL_CONDITIONED": (quadratic(10, 1e6), np.ones(10), *wide(10)),
    "ROSENBROCK_2": (rosenbrock, np.array([-1.2, 1]), *wide(2)),
    "ROSENBROCK_2_BOUNDED": (rosenbrock, np.array([-1.2, 1]), np.full(2, -2.0), np.array([0.5, 2])),
    "ROSENBROCK_10": (rosenbrock, np.array([-1.2, 1] * 5), *wide(10)),
    "GP_ISOTROPIC": (log_marginal_likelihood(2, False), np.array([0, 0, -2.0]), *wide(3)),
    "GP_ARD": (
        log_marginal_likelihood(4, True),
        np.array([0, 0, 0, 0, 0, -2.0]),
        np.full(6, -5.0),
        np.full(6, 4.0),
    ),
}


def run(function, start, lower, upper, **options):
    negative = lambda x: tuple(-part for part in function(x))
    return minimize(
        negative, start, jac=True, method="L-BFGS-B", bounds=Bounds(lower, upper), options=options
    )


def main():
    lines = [
        f"# lbfgsb.py, python {platform.python_version()}, numpy {np.__version__}, "
        f"scipy {scipy.__version__}; the maximum, and how many evaluations the default tolerances took",
        "function,maximum,evaluations",
    ]
    for name, (function, start, lower, upper) in PROBLEMS.items():
        default = run(function, start, lower, upper)
        end = run(function, default.x, lower, upper, ftol=1e-16, gtol=1e-9, maxcor=30, maxiter=1000)
        print(name, default.nfev, -default.fun, -end.fun, end.x, end.message)
        lines.append(f"{name},{float(-end.fun)!r},{default.nfev}")
    folder = pathlib.Path(__file__).parent.parent / "resources" / "lindyn" / "gp" / "search"
    (folder / "lbfgsb.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
