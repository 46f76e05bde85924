"""The runtimes that must predict what Lindyn predicts. Each function returns torques of a case."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
# Nothing is sent to anybody. OpenVINO's sender forks while modules are imported, which can hang.
os.environ["CI"] = "true"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import ai_edge_litert.interpreter as litert
import numpy as np
import onnxruntime
import openvino
import tensorflow as tf

from motions import described

STEPS = 60  # of a motion, where one is stepped through: enough to show a wrong state


def signature(case, name):
    return next(s for s in described(case.model)["signatures"] if s["name"] == name)


def state_size(case):
    return signature(case, "step")["inputs"][1]["shape"][1]


def stepped(case, step):
    """Feeds samples and states through step(sample, state) -> (tau, next state)."""
    state = np.zeros((len(case.motion), state_size(case)), np.float32)
    torques = []
    for t in range(min(STEPS, case.motion.shape[1])):
        tau, state = step(np.ascontiguousarray(case.motion[:, t]), state)
        torques.append(tau)
    return np.stack(torques, axis=1)


def first_steps(case, tau):
    """Fills up torques of the first steps with expected ones, so that they can be compared."""
    whole = case.tau.copy()
    whole[:, : tau.shape[1]] = tau
    return whole


def last_step(case, tau):
    whole = case.tau.copy()
    whole[:, -1] = tau
    return whole


def tensorflow_sequence(case):
    call = tf.saved_model.load(str(case.model)).signatures["serving_default"]
    return call(motion=tf.constant(case.motion))["tau"].numpy()


def tensorflow_window(case):
    call = tf.saved_model.load(str(case.model)).signatures["window"]
    return last_step(case, call(motion=tf.constant(case.motion))["tau"].numpy())


def tensorflow_step(case):
    call = tf.saved_model.load(str(case.model)).signatures["step"]

    def step(sample, state):
        out = call(sample=tf.constant(sample), state=tf.constant(state))
        return out["tau"].numpy(), out["next_state"].numpy()

    return first_steps(case, stepped(case, step))


def litert_runner(case, name):
    converter = tf.lite.TFLiteConverter.from_saved_model(str(case.model), signature_keys=[name])
    interpreter = litert.Interpreter(model_content=converter.convert())
    return interpreter.get_signature_runner(name)


def litert_sequence(case):
    return litert_runner(case, "serving_default")(motion=case.motion)["tau"]


def litert_window(case):
    return last_step(case, litert_runner(case, "window")(motion=case.motion)["tau"])


def litert_step(case):
    run = litert_runner(case, "step")

    def step(sample, state):
        out = run(sample=sample, state=state)
        return out["tau"], out["next_state"]

    return first_steps(case, stepped(case, step))


def onnxruntime_session(file):
    return onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])


def onnxruntime_sequence(case):
    session = onnxruntime_session(case.onnx / "model.onnx")
    return session.run(["tau"], {"motion": case.motion})[0]


def onnxruntime_step(case):
    session = onnxruntime_session(case.onnx / "step.onnx")

    def step(sample, state):
        return session.run(["tau", "next_state"], {"sample": sample, "state": state})

    return first_steps(case, stepped(case, step))


def openvino_model(file):
    exact = {"INFERENCE_PRECISION_HINT": "f32"}  # some processors would take bfloat16
    return openvino.compile_model(file, "CPU", exact)


def openvino_sequence(case):
    return openvino_model(case.onnx / "model.onnx")({"motion": case.motion})["tau"]


def openvino_step(case):
    model = openvino_model(case.onnx / "step.onnx")

    def step(sample, state):
        out = model({"sample": sample, "state": state})
        return out["tau"], out["next_state"].copy()

    return first_steps(case, stepped(case, step))


FROM_SAVED_MODEL = {
    "TensorFlow, serving_default": tensorflow_sequence,
    "TensorFlow, window": tensorflow_window,
    "TensorFlow, step": tensorflow_step,
    "LiteRT, serving_default": litert_sequence,
    "LiteRT, window": litert_window,
    "LiteRT, step": litert_step,
}
FROM_ONNX = {
    "ONNX Runtime, model.onnx": onnxruntime_sequence,
    "ONNX Runtime, step.onnx": onnxruntime_step,
    "OpenVINO, model.onnx": openvino_sequence,
    "OpenVINO, step.onnx": openvino_step,
}
