"""Golden values of Gaussian processes in 50 digits: writes ../resources/lindyn/gp/golden_mpmath.csv.

Rasmussen and Williams (2006), eqs 2.25, 2.26, 2.30 and 5.9, with every derivative of a kernel
taken by hand here. Needs mpmath. Run: python3 golden_mpmath.py
"""

import mpmath
from mpmath import mp, mpf

import golden_cases

mp.dps = 50


def correlation(family, r):
    if family == "EXPONENTIAL":
        return mp.exp(-r)
    if family == "MATERN_32":
        return (1 + mp.sqrt(3) * r) * mp.exp(-mp.sqrt(3) * r)
    if family == "MATERN_52":
        return (1 + mp.sqrt(5) * r + 5 * r**2 / 3) * mp.exp(-mp.sqrt(5) * r)
    return mp.exp(-(r**2) / 2)


def minus_derivative_by_r(family, r):
    if family == "EXPONENTIAL":
        return mp.exp(-r)
    if family == "MATERN_32":
        return 3 * r * mp.exp(-mp.sqrt(3) * r)
    if family == "MATERN_52":
        return mpf(5) / 3 * r * (1 + mp.sqrt(5) * r) * mp.exp(-mp.sqrt(5) * r)
    return r * mp.exp(-(r**2) / 2)


class Pair:
    """Two points, the squared differences of their inputs in length scales."""

    def __init__(self, u, v, scales):
        self.squares = [((a - b) / scale) ** 2 for a, b, scale in zip(u, v, scales)]
        self.r = mp.sqrt(sum(self.squares))

    def derivative(self, family, squares):
        """By the logarithm of the length scale (or all of them) that made these squares."""
        return minus_derivative_by_r(family, self.r) * squares / self.r if self.r else mpf(0)


def exact(rows):
    return [[mpf(float(number)) for number in row] for row in rows]


def golden(family, inputs, outputs, signal, scales, noise):
    x, y, x_star = golden_cases.observations()
    x, y, x_star = exact(x[:, :inputs]), exact(y[:, :outputs]), exact(x_star[:, :inputs])
    signal, noise, isotropic = mpf(signal), mpf(noise), len(scales) == 1
    scales = [mpf(scale) for scale in (scales * inputs if isotropic else scales)]
    n = len(x)
    pairs = [[Pair(u, v, scales) for v in x] for u in x]
    k = mp.matrix(n, n)
    for i in range(n):
        for j in range(n):
            k[i, j] = signal * correlation(family, pairs[i][j].r)
    noisy = k + noise * mp.eye(n)
    inverse = noisy**-1
    targets = mp.matrix(y)
    alpha = inverse * targets
    fit = sum(targets[i, j] * alpha[i, j] for i in range(n) for j in range(outputs))
    log_determinant = 2 * sum(mp.log(entry) for entry in diagonal(mp.cholesky(noisy)))
    value = -fit / 2 - outputs * (log_determinant + n * mp.log(2 * mp.pi)) / 2
    weights = (alpha * alpha.T - outputs * inverse) / 2

    def trace(derivative):
        return sum(weights[i, j] * derivative(i, j) for i in range(n) for j in range(n))

    gradient = [trace(lambda i, j: k[i, j])]
    if isotropic:
        gradient.append(trace(lambda i, j: signal * isotropic_derivative(family, pairs[i][j])))
    else:
        for d in range(inputs):
            gradient.append(
                trace(lambda i, j: signal * pairs[i][j].derivative(family, pairs[i][j].squares[d]))
            )
    gradient.append(noise * sum(diagonal(weights)))
    k_star = mp.matrix(
        [[signal * correlation(family, Pair(u, v, scales).r) for v in x] for u in x_star]
    )
    explained = diagonal(k_star * inverse * k_star.T)
    return value, gradient, (k_star * alpha).tolist(), [signal - part for part in explained]


def isotropic_derivative(family, pair):
    return pair.derivative(family, sum(pair.squares))


def diagonal(matrix):
    return [matrix[i, i] for i in range(matrix.rows)]


if __name__ == "__main__":
    golden_cases.write("golden_mpmath", f"mpmath {mpmath.__version__}", golden)
