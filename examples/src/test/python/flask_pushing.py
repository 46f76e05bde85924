"""Golden signals of the simulated arm: writes ../resources/lindyn/examples/arm/*.csv.

A second implementation, vectorised over the time steps, of the arm that pushes a flask: three trials
with the parameters below, one per fill, without noise. Needs numpy and scipy.
Run: python3 flask_pushing.py
"""

import dataclasses
import pathlib
import platform

import numpy as np
import scipy
from scipy.signal import butter, filtfilt, lfilter

G = 9.81
DT = 1e-3
STEPS = 4100
SAMPLE_PERIOD = 0.01
EVERY = 10
JOINTS = 5
ROWS = [*range(0, 410, 5), 408, 409]  # enough to see a difference anywhere in a trial

# the arm
HEIGHTS = [0.102, 0.2085, 0.1915, 0.2085, 0.1915, 0.1985, 0.078]
AXES = np.array(
    [[0, 0, 1], [0, -1, 0], [0, 0, 1], [0, 1, 0], [0, 0, 1], [0, -1, 0], [0, 0, 1]], float
)
MASSES = [2.3034, 2.3034, 2.3034, 2.3034, 1.6006, 1.4930, 0.1087]
CENTRES = np.array(
    [
        [0, 0.02333, 0.11815],
        [0, -0.03275, 0.07366],
        [0, -0.02333, 0.11815],
        [0, 0.03274, 0.07366],
        [0, 0.02078, 0.08621],
        [0, -0.00452, -0.00295],
        [0, 0, -0.01581],
    ]
)
INERTIAS = [  # xx, yy, zz, yz
    [0.01561, 0.01535, 0.00441, 0.00319],
    [0.01423, 0.01413, 0.00425, 0.00228],
    [0.01561, 0.01535, 0.00441, -0.00319],
    [0.01423, 0.01413, 0.00425, -0.00228],
    [0.00881, 0.00814, 0.00360, 0.00261],
    [0.00299, 0.00300, 0.00324, 0],
    [4.2e-5, 4.2e-5, 7e-5, 0],
]
TOOL = np.array([0, 0, 0.12])

# its joints
IMPEDANCE = np.array([800, 800, 500, 500, 300.0])
ROTOR_INERTIA = np.array([0.8, 0.8, 0.5, 0.5, 0.2])
ELASTICITY = np.array([10e3, 10e3, 8e3, 8e3, 5e3])
COULOMB = np.array([1.2, 1.2, 0.8, 0.6, 0.25])
BREAKAWAY = np.array([1.5, 1.5, 1.0, 0.75, 0.32])
VISCOUS = np.array([0.6, 0.6, 0.4, 0.4, 0.15])
STRIBECK = 0.05
BRISTLE_STIFFNESS = COULOMB / 0.01
BRISTLE_DAMPING = 0.2 * np.sqrt(BRISTLE_STIFFNESS)


@dataclasses.dataclass
class Trial:
    fill: float
    start: list
    displacement: list
    via: list
    timing: list  # delay, out, hold, back
    flask_distance: float

    def numbers(self):
        return [
            self.fill,
            *self.start,
            *self.displacement,
            *self.via,
            *self.timing,
            self.flask_distance,
        ]


TRIALS = [
    Trial(
        0.2,
        [-0.37, 0.56, 0.13, -1.52, 0.05, -0.9, 0],
        [0.85, 0.37, -0.28, 0.6, 0.65, 0, 0],
        [0.03, -0.02, 0.04, -0.01, 0.07, 0, 0],
        [0.11, 1.83, 0.17, 1.31],
        0.152,
    ),
    Trial(
        0.3,
        [-0.31, 0.52, 0.06, -1.59, 0.16, -0.9, 0],
        [0.74, 0.44, -0.33, 0.5, 0.78, 0, 0],
        [-0.04, 0.04, -0.05, 0.05, -0.08, 0, 0],
        [0.24, 2.17, 0.28, 1.57],
        0.146,
    ),
    Trial(
        0.4,
        [-0.4, 0.59, 0.15, -1.6, 0.03, -0.9, 0],
        [0.91, 0.345, -0.26, 0.62, 0.61, 0, 0],
        [0.042, 0.01, 0.0, -0.05, 0.01, 0, 0],
        [0.06, 1.71, 0.06, 1.22],
        0.1549,
    ),
]


def rotation(axis, angle):
    """Rotations about one axis, shape [n, 3, 3]."""
    x, y, z = axis
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    s = np.sin(angle)[:, None, None]
    c = np.cos(angle)[:, None, None]
    return np.eye(3) + s * cross + (1 - c) * (cross @ cross)


def apply(matrices, vectors):
    return np.einsum("nij,nj->ni", matrices, vectors)


def apply_transposed(matrices, vectors):
    return np.einsum("nji,nj->ni", matrices, vectors)


def kinematics(q):
    """Tool points [n, 3] and Jacobians [n, 3, 7]."""
    orientation = np.tile(np.eye(3), (len(q), 1, 1))
    position = np.zeros((len(q), 3))
    origins, axes = [], []
    for i in range(7):
        position = position + orientation @ np.array([0, 0, HEIGHTS[i]])
        orientation = orientation @ rotation(AXES[i], q[:, i])
        origins.append(position)
        axes.append(orientation @ AXES[i])
    tool = position + orientation @ TOOL
    columns = [np.cross(axis, tool - origin) for axis, origin in zip(axes, origins)]
    return tool, np.stack(columns, 2)


def link_torques(q, qd, qdd, force):
    """Recursive Newton-Euler, [n, 7], with a force on the tool point in the base's frame."""
    n = len(q)
    omega = np.zeros((n, 3))
    alpha = np.zeros((n, 3))
    acceleration = np.tile([0, 0, G], (n, 1))
    orientation = np.tile(np.eye(3), (n, 1, 1))
    rotations, forces, moments = [], [], []
    for i in range(7):
        origin = np.array([0, 0, HEIGHTS[i]])
        acceleration = (
            acceleration + np.cross(alpha, origin) + np.cross(omega, np.cross(omega, origin))
        )
        r = rotation(AXES[i], q[:, i])
        rotations.append(r)
        orientation = orientation @ r
        acceleration = apply_transposed(r, acceleration)
        carried = apply_transposed(r, omega)
        spin = qd[:, i : i + 1] * AXES[i]
        alpha = apply_transposed(r, alpha) + np.cross(carried, spin) + qdd[:, i : i + 1] * AXES[i]
        omega = carried + spin
        centre = CENTRES[i]
        xx, yy, zz, yz = INERTIAS[i]
        inertia = np.array([[xx, 0, 0], [0, yy, yz], [0, yz, zz]])
        f = MASSES[i] * (
            acceleration + np.cross(alpha, centre) + np.cross(omega, np.cross(omega, centre))
        )
        forces.append(f)
        moments.append(
            alpha @ inertia + np.cross(omega, omega @ inertia) + np.cross(centre, f)
        )
    local = apply_transposed(orientation, force)
    forces[6] = forces[6] - local
    moments[6] = moments[6] - np.cross(TOOL, local)
    tau = np.zeros((n, 7))
    for i in range(6, -1, -1):
        tau[:, i] = moments[i] @ AXES[i]
        if i > 0:
            f = apply(rotations[i], forces[i])
            forces[i - 1] = forces[i - 1] + f
            moments[i - 1] = (
                moments[i - 1]
                + apply(rotations[i], moments[i])
                + np.cross(np.array([0, 0, HEIGHTS[i]]), f)
            )
    return tau


def minimum_jerk(u):
    u = np.clip(u, 0, 1)
    return (
        10 * u**3 - 15 * u**4 + 6 * u**5,
        30 * u**2 - 60 * u**3 + 30 * u**4,
        60 * u - 180 * u**2 + 120 * u**3,
    )


def reference(trial, t):
    """q, qd and qdd that the trial asks for, each [7]."""
    start, displacement, via = map(np.array, (trial.start, trial.displacement, trial.via))
    delay, out, hold, back = trial.timing
    s, sd, sdd = minimum_jerk((t - delay) / out)
    sd, sdd = sd / out, sdd / out**2
    r, rd, rdd = minimum_jerk((t - delay - out - hold) / back)
    rd, rdd = rd / back, rdd / back**2
    bump = 4 * s * (1 - s) - 4 * r * (1 - r)
    bumpd = 4 * sd * (1 - 2 * s) - 4 * rd * (1 - 2 * r)
    bumpdd = 4 * (sdd * (1 - 2 * s) - 2 * sd**2) - 4 * (rdd * (1 - 2 * r) - 2 * rd**2)
    return (
        start + displacement * (s - r) + via * bump,
        displacement * (sd - rd) + via * bumpd,
        displacement * (sdd - rdd) + via * bumpdd,
    )


class Flask:
    def __init__(self, fill, position):
        radius, xi = 0.045, 1.8412
        depth = xi * fill * 1e-3 / (np.pi * radius**2) / radius
        self.omega = np.sqrt(G * xi / radius * np.tanh(depth))
        self.sloshing = fill * 2 * np.tanh(depth) / ((xi**2 - 1) * depth)
        self.mass = 0.2 + fill
        self.position, self.velocity = position, 0.0
        self.s, self.sd = 0.0, 0.0

    def advance(self, tip, tip_velocity):
        penetration = tip - self.position
        contact = 0.0
        if penetration > 0:
            contact = max(0.0, 300 * penetration + 25 * (tip_velocity - self.velocity))
        friction = 0.25 * self.mass * G * np.tanh(self.velocity / 0.01)
        spring = self.omega**2 * self.s + 2 * 0.01 * self.omega * self.sd
        acceleration = (contact - friction + self.sloshing * spring) / (self.mass - self.sloshing)
        self.velocity += DT * acceleration
        self.position += DT * self.velocity
        self.sd += DT * (-acceleration - spring)
        self.s += DT * self.sd
        return contact


def simulate(trial):
    """All signals at 1 kHz: motor position, friction, torque [n, 5]; contact, flask, slosh [n]."""
    home, _, _ = reference(trial, 0.0)
    tool0, _ = kinematics(home[None])
    tool1, _ = kinematics((np.array(trial.start) + np.array(trial.displacement))[None])
    line = (tool1 - tool0)[0] * [1, 1, 0]
    length = np.linalg.norm(line)
    line = line / length
    flask = Flask(trial.fill, trial.flask_distance * length)
    omega, damping = 2 * np.pi * 4, 0.6
    e, ed, external = np.zeros(7), np.zeros(7), np.zeros(7)
    z = np.zeros(JOINTS)
    q, qd, qdd = (np.zeros((STEPS, 7)) for _ in range(3))
    force = np.zeros((STEPS, 3))
    friction = np.zeros((STEPS, JOINTS))
    scene = np.zeros((STEPS, 3))
    for k in range(STEPS):
        reference_q, reference_qd, reference_qdd = reference(trial, k * DT)
        rest = np.zeros(7)
        rest[:JOINTS] = external[:JOINTS] / IMPEDANCE
        edd = -2 * damping * omega * ed - omega**2 * (e - rest)
        ed = ed + DT * edd
        e = e + DT * ed
        q[k], qd[k], qdd[k] = reference_q + e, reference_qd + ed, reference_qdd + edd
        tool, jacobian = kinematics(q[k : k + 1])
        contact = flask.advance((tool[0] - tool0[0]) @ line, jacobian[0] @ qd[k] @ line)
        force[k] = -contact * line
        external = jacobian[0].T @ force[k]
        v = qd[k, :JOINTS]
        slip = COULOMB + (BREAKAWAY - COULOMB) * np.exp(-((v / STRIBECK) ** 2))
        bent = (z + DT * v) / (1 + DT * BRISTLE_STIFFNESS * np.abs(v) / slip)
        friction[k] = (
            BRISTLE_STIFFNESS * bent + BRISTLE_DAMPING * (bent - z) / DT + VISCOUS * v
        )
        z = bent
        scene[k] = contact, flask.position, flask.s
    links = link_torques(q, qd, qdd, force)[:, :JOINTS]
    motor = q[:, :JOINTS] + links / ELASTICITY
    torque = links + ROTOR_INERTIA * qdd[:, :JOINTS] + friction
    return motor, friction, torque, scene


def late(torque, delay, lag):
    """The torque behind the sensor's delay and lag."""
    steps = round(delay / DT)
    delayed = np.concatenate([np.repeat(torque[:1], steps, 0), torque[: STEPS - steps]])
    gain = DT / (lag + DT)
    return lfilter([gain], [1, gain - 1], delayed - delayed[0], axis=0) + delayed[0]


def measured(motor):
    """Quantised positions and what is derived from them, at 100 Hz."""
    q = np.round(motor[::EVERY] / 1e-5) * 1e-5
    b, a = butter(2, 10 / (0.5 / SAMPLE_PERIOD))
    qd = np.gradient(filtfilt(b, a, q, axis=0), SAMPLE_PERIOD, axis=0)
    return q, qd, np.gradient(qd, SAMPLE_PERIOD, axis=0)


def signals(trial):
    motor, friction, torque, scene = simulate(trial)
    q, qd, qdd = measured(motor)
    return np.concatenate(
        [
            q,
            qd,
            qdd,
            *(x[::EVERY] for x in (motor, friction, torque)),
            late(torque, 0.03, 0.03)[::EVERY],
            late(torque, 0.01, 0.015)[::EVERY],
            scene[::EVERY],
        ],
        1,
    )


def write(name, header, rows):
    versions = (
        f"# flask_pushing.py, python {platform.python_version()}, numpy {np.__version__}, "
        f"scipy {scipy.__version__}"
    )
    lines = [versions, ",".join(header), *(",".join(repr(float(x)) for x in row) for row in rows)]
    folder = pathlib.Path(__file__).parent.parent / "resources" / "lindyn" / "examples" / "arm"
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def numbered(prefix, count):
    return [f"{prefix}{i + 1}" for i in range(count)]


def main():
    write(
        "trials.csv",
        [
            "fill",
            *numbered("start", 7),
            *numbered("displacement", 7),
            *numbered("via", 7),
            *["delay", "out", "hold", "back", "flaskDistance"],
        ],
        [trial.numbers() for trial in TRIALS],
    )
    prefixes = ["q", "qd", "qdd", "motor", "friction", "torque", "late3030_", "late1015_"]
    columns = [name for prefix in prefixes for name in numbered(prefix, JOINTS)]
    rows = [
        [number, row, *table[row]]
        for number, table in enumerate(map(signals, TRIALS))
        for row in ROWS
    ]
    write("signals.csv", ["trial", "sample", *columns, "contact", "flask", "slosh"], rows)


if __name__ == "__main__":
    main()
