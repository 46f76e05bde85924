"""Predicts a log of the simulated arm in TensorFlow: predict_tensorflow.py MODEL LOG"""

import sys

import numpy as np
import tensorflow as tf

motion = np.loadtxt(sys.argv[2], delimiter=",", skiprows=1, usecols=range(3, 18), dtype=np.float32)
predict = tf.saved_model.load(sys.argv[1]).signatures["serving_default"]
tau = predict(motion=tf.constant(motion[np.newaxis]))["tau"].numpy()[0]
np.savetxt(sys.stdout, tau, fmt="%.4f", delimiter=",")
