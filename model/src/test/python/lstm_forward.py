"""Golden values for the LSTM's forward pass: writes ../resources/lindyn/lstm/forward.json.

Computed in float64 with one matrix per gate, as Rueckert et al. 2017, section II-B, writes the
equations; only then are the matrices joined in Lindyn's layout. Weights and inputs are multiples
of 1/128, which float32 holds exactly, so that only the arithmetic differs.

Needs numpy. Run: python3 lstm_forward.py
"""

import json
import pathlib
import platform

import numpy as np

INPUTS, UNITS, JOINTS, STEPS = 3, 3, 2, 6
GATES = "ifoc"  # input, forget, output gate, candidate: the order of Lindyn's columns


def exact(numbers):
    return np.round(numbers * 128) / 128 + 0.0  # no negative zeros


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def random_layer(rng, inputs, units):
    """Weights large enough to drive gates into saturation now and then."""
    return {
        gate: {
            "x": exact(rng.normal(0, 1.0, (inputs, units))),
            "h": exact(rng.normal(0, 0.8, (units, units))),
            "b": exact(rng.normal(0, 0.5, units)),
        }
        for gate in GATES
    }


def run_layer(layer, sequence, squash):
    units = len(layer["i"]["b"])
    h, c = np.zeros(units), np.zeros(units)
    outputs = []
    for a in sequence:
        z = {gate: a @ w["x"] + h @ w["h"] + w["b"] for gate, w in layer.items()}
        i, f, o = sigmoid(z["i"]), sigmoid(z["f"]), sigmoid(z["o"])
        c = f * c + i * np.tanh(z["c"])
        h = o * squash(c)
        outputs.append(h)
    return np.array(outputs)


def joined(layer):
    """Rows [input; previous output], columns i, f, o, candidate."""
    rows = [np.hstack([layer[gate][part] for gate in GATES]) for part in "xh"]
    bias = np.hstack([layer[gate]["b"] for gate in GATES])
    return {"kernel": np.vstack(rows).tolist(), "bias": bias.tolist()}


def case(seed, cell, linear, depth):
    rng = np.random.default_rng(seed)
    units = [UNITS] * depth if linear else [UNITS] * (depth - 1) + [JOINTS]
    layers = [random_layer(rng, i, u) for i, u in zip([INPUTS] + units, units)]
    inputs = exact(rng.normal(0, 1.5, (STEPS, INPUTS)))
    outputs = inputs
    for layer in layers:
        outputs = run_layer(layer, outputs, {"TANH": np.tanh, "SIGMOID": sigmoid}[cell])
    golden = {
        "name": f"{cell}, {'linear read-out' if linear else 'no read-out'}, layers: {depth}",
        "cell": cell,
        "layers": [joined(layer) for layer in layers],
    }
    if linear:
        kernel, bias = exact(rng.normal(0, 1, (UNITS, JOINTS))), exact(rng.normal(0, 1, JOINTS))
        golden["readOut"] = {"kernel": kernel.tolist(), "bias": bias.tolist()}
        outputs = outputs @ kernel + bias
    golden["inputs"] = inputs.tolist()
    golden["outputs"] = [[float(f"{y:.12g}") for y in row] for row in outputs]
    return golden


def main():
    choices = [
        (cell, linear, depth)
        for cell in ("TANH", "SIGMOID")
        for linear in (True, False)
        for depth in (1, 2, 3)
    ]
    golden = {
        "generatedBy": f"lstm_forward.py, python {platform.python_version()}, numpy {np.__version__}",
        "cases": [case(seed, *choice) for seed, choice in enumerate(choices, start=1)],
    }
    folder = pathlib.Path(__file__).parent.parent / "resources" / "lindyn" / "lstm"
    text = json.dumps(golden, separators=(",", ":")).replace('{"name"', '\n{"name"')
    (folder / "forward.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
