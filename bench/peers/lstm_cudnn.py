"""Time steps per second of PyTorch's LSTM on a GPU, whose kernels are cuDNN's.

Prints name, units, batch and rate, separated by tabs, for the work of DeviceThroughput.java: two
layers, 64 time steps, 15 inputs, 5 outputs, Adagrad, float32 without TF32.
"""

import statistics
import time

import torch

TIME_STEPS, INPUTS, OUTPUTS = 64, 15, 5
ROUNDS, SECONDS = 5, 0.4


def rate(units, batch):
    lstm = torch.nn.LSTM(INPUTS, units, num_layers=2, batch_first=False).cuda()
    head = torch.nn.Linear(units, OUTPUTS).cuda()
    optimizer = torch.optim.Adagrad(
        [*lstm.parameters(), *head.parameters()], lr=0.1, initial_accumulator_value=0.1
    )
    x = torch.randn(TIME_STEPS, batch, INPUTS, device="cuda")
    y = torch.randn(TIME_STEPS, batch, OUTPUTS, device="cuda")

    def steps(count):
        torch.cuda.synchronize()
        begin = time.perf_counter()
        for _ in range(count):
            optimizer.zero_grad(set_to_none=True)
            loss = torch.nn.functional.mse_loss(head(lstm(x)[0]), y)
            loss.backward()
            optimizer.step()
        torch.cuda.synchronize()
        return time.perf_counter() - begin

    steps(5)
    count = max(1, int(SECONDS / (steps(5) / 5)))
    return statistics.median(count * batch * TIME_STEPS / steps(count) for _ in range(ROUNDS))


if not torch.cuda.is_available():
    raise SystemExit("torch finds no GPU")
torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False
for units in (10, 256):
    for batch in (128, 512, 2048, 8192):
        print(f"PyTorch {torch.__version__}, cuDNN\t{units}\t{batch}\t{rate(units, batch):.0f}", flush=True)
