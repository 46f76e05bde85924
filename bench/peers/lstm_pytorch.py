"""Trains the LSTM of a problem that PeerProblemWriter wrote, in PyTorch.

Needs torch and numpy (measured with torch 2.15). Usage: python3 lstm_pytorch.py FOLDER THREADS

PyTorch has gates in the order i, f, g, o instead of i, f, o, g, transposed kernels, and two biases
that are added: the second is zero and stays so, since it would be learnt twice. The samples of a
batch are gathered by index inside the clock, as Lindyn's are. Adagrad's epsilon is zero.
"""

import pathlib
import sys
import time

import numpy as np
import torch


def properties(folder):
    lines = (folder / "problem.properties").read_text().splitlines()
    return {key: float(value) for key, value in (line.split("=") for line in lines[1:])}


class Network(torch.nn.Module):
    def __init__(self, inputs, units, layers, joints, numbers):
        super().__init__()
        self.lstm = torch.nn.LSTM(inputs, units, layers)
        self.read_out = torch.nn.Linear(units, joints)
        gates = np.r_[0 : 2 * units, 3 * units : 4 * units, 2 * units : 3 * units]

        def take(rows, columns):
            nonlocal numbers
            matrix, numbers = numbers[: rows * columns], numbers[rows * columns :]
            return torch.from_numpy(matrix.reshape(rows, columns).copy())

        with torch.no_grad():
            for layer in range(layers):
                below = units if layer else inputs
                kernel = take(below + units, 4 * units)[:, gates]
                getattr(self.lstm, f"weight_ih_l{layer}").copy_(kernel[:below].T)
                getattr(self.lstm, f"weight_hh_l{layer}").copy_(kernel[below:].T)
                getattr(self.lstm, f"bias_ih_l{layer}").copy_(take(1, 4 * units)[0, gates])
                getattr(self.lstm, f"bias_hh_l{layer}").zero_().requires_grad_(False)
            self.read_out.weight.copy_(take(units, joints).T)
            self.read_out.bias.copy_(take(1, joints)[0])

    def forward(self, x):
        return self.read_out(self.lstm(x)[0])


def main():
    folder = pathlib.Path(sys.argv[1])
    torch.set_num_threads(int(sys.argv[2]))
    p = properties(folder)
    inputs, joints, steps, batch = (int(p[k]) for k in ("inputs", "joints", "timeSteps", "batch"))
    warm_up, updates = int(p["warmUp"]), int(p["updates"])
    samples = np.fromfile(folder / "samples.f32", "<f4").reshape(-1, inputs + joints)
    samples = torch.from_numpy(samples)
    batches = np.fromfile(folder / "batches.i32", "<i4").reshape(-1, 1, batch)
    rows = torch.from_numpy(batches + np.arange(steps)[:, None])  # [updates + 1, steps, batch]
    weights = np.fromfile(folder / "weights.f32", "<f4")
    network = Network(inputs, int(p["units"]), int(p["layers"]), joints, weights)
    optimizer = torch.optim.Adagrad(
        [parameter for parameter in network.parameters() if parameter.requires_grad],
        lr=p["learningRate"],
        initial_accumulator_value=p["initialAccumulator"],
        eps=0,
    )

    def update(i):
        drawn = samples[rows[i]]
        loss = torch.nn.functional.mse_loss(network(drawn[..., :inputs]), drawn[..., inputs:])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    for i in range(warm_up):
        update(i)
    begin = time.perf_counter()
    losses = [update(i) for i in range(warm_up, updates)]
    seconds = time.perf_counter() - begin
    losses.append(update(updates))
    rate = (updates - warm_up) * batch * steps / seconds
    print(f"PyTorch {torch.__version__}\t{rate:.0f}\t{losses[0]:.9g}\t{losses[-1]:.9g}")


if __name__ == "__main__":
    main()
