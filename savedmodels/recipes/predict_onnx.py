"""Steps through a log of the simulated arm in ONNX Runtime: predict_onnx.py STEP.ONNX LOG"""

import sys

import numpy as np
import onnxruntime

motion = np.loadtxt(sys.argv[2], delimiter=",", skiprows=1, usecols=range(3, 18), dtype=np.float32)
session = onnxruntime.InferenceSession(sys.argv[1])
state = np.zeros((1, session.get_inputs()[1].shape[1]), np.float32)
for sample in motion:
    tau, state = session.run(None, {"sample": sample[np.newaxis], "state": state})
    np.savetxt(sys.stdout, tau, fmt="%.4f", delimiter=",")
