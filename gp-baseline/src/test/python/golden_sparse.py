"""Golden values of sparse Gaussian processes in 50 digits: writes golden_sparse.csv.

Titsias (2009), eqs 6 and 9, as dense formulas: the bound stands in the column
logMarginalLikelihood. Gradients are central differences, which 50 digits make exact to 1e-20.
Needs mpmath. Run: python3 golden_sparse.py
"""

import mpmath
from mpmath import mp, mpf

import golden_cases

mp.dps = 50

STEP = mpf("1e-14")
JITTER = mpf("1e-10")  # in parts of the signal variance


def correlation(family, r):
    if family == "EXPONENTIAL":
        return mp.exp(-r)
    if family == "MATERN_32":
        return (1 + mp.sqrt(3) * r) * mp.exp(-mp.sqrt(3) * r)
    if family == "MATERN_52":
        return (1 + mp.sqrt(5) * r + 5 * r**2 / 3) * mp.exp(-mp.sqrt(5) * r)
    return mp.exp(-(r**2) / 2)


def exact(rows):
    return [[mpf(float(number)) for number in row] for row in rows]


class SparseProcess:
    def __init__(self, family, x, y, z):
        self.family, self.x, self.y, self.z = family, x, y, z

    def covariances(self, theta, a, b):
        scales = [mp.exp(number) for number in theta[1:-1]]
        scales = scales * len(a[0]) if len(scales) == 1 else scales
        entries = mp.matrix(len(a), len(b))
        for i, u in enumerate(a):
            for j, v in enumerate(b):
                r = mp.sqrt(sum(((p - q) / scale) ** 2 for p, q, scale in zip(u, v, scales)))
                entries[i, j] = mp.exp(theta[0]) * correlation(self.family, r)
        return entries

    def inducing(self, theta):
        k_mm = self.covariances(theta, self.z, self.z)
        return k_mm + JITTER * mp.exp(theta[0]) * mp.eye(len(self.z))

    def bound(self, theta):
        k_mn = self.covariances(theta, self.z, self.x)
        noise, n, outputs = mp.exp(theta[-1]), len(self.x), len(self.y[0])
        q = k_mn.T * self.inducing(theta) ** -1 * k_mn
        factor = mp.cholesky(q + noise * mp.eye(n))
        log_determinant = 2 * sum(mp.log(factor[i, i]) for i in range(n))
        unexplained = sum(mp.exp(theta[0]) - q[i, i] for i in range(n)) / noise
        complexity = n * mp.log(2 * mp.pi) + log_determinant + unexplained
        targets = mp.matrix(self.y)
        fit = (q + noise * mp.eye(n)) ** -1 * targets
        misfit = sum(targets[i, j] * fit[i, j] for i in range(n) for j in range(outputs))
        return -(misfit + outputs * complexity) / 2

    def derivative(self, theta, index):
        above = [number + STEP * (i == index) for i, number in enumerate(theta)]
        below = [number - STEP * (i == index) for i, number in enumerate(theta)]
        return (self.bound(above) - self.bound(below)) / (2 * STEP)

    def posterior(self, theta, x_star):
        k_mm = self.inducing(theta)
        k_mn = self.covariances(theta, self.z, self.x)
        k_star = self.covariances(theta, x_star, self.z)
        noise = mp.exp(theta[-1])
        sigma_inverse = (k_mm + k_mn * k_mn.T / noise) ** -1
        means = k_star * sigma_inverse * k_mn * mp.matrix(self.y) / noise
        known = k_star * (k_mm**-1 - sigma_inverse) * k_star.T
        variances = [mp.exp(theta[0]) - known[i, i] for i in range(len(x_star))]
        return means.tolist(), variances


def golden(family, inputs, outputs, signal, scales, noise):
    x, y, x_star = golden_cases.observations()
    z = (x[0::4] + x[1::4]) / 2
    process = SparseProcess(
        family, exact(x[:, :inputs]), exact(y[:, :outputs]), exact(z[:, :inputs])
    )
    theta = [mp.log(mpf(number)) for number in (signal, *scales, noise)]
    gradient = [process.derivative(theta, i) for i in range(len(theta))]
    means, variances = process.posterior(theta, exact(x_star[:, :inputs]))
    return process.bound(theta), gradient, means, variances


if __name__ == "__main__":
    golden_cases.write("golden_sparse", f"mpmath {mpmath.__version__}", golden)
