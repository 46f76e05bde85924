"""Writes the same small log in all formats that Lindyn reads, and the odd forms of each.

Made with Python 3.11, numpy, scipy and pyarrow in the versions that it prints into README.txt:
    python logs.py ../resources/lindyn/log/format
"""

import csv
import decimal
import os
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import scipy
import scipy.io

out = sys.argv[1]
JOINTS, STEPS = 2, 5
TRIALS = 3
N = TRIALS * STEPS


def path(name):
    return os.path.join(out, name)


rng = np.random.default_rng(1)
trajectory = np.repeat(np.arange(1, TRIALS + 1), STEPS)
t = np.tile(np.arange(STEPS) * 0.01, TRIALS)
q, qd, qdd, tau = (rng.normal(size=(N, JOINTS)).astype(np.float32) for _ in range(4))
load = np.linspace(0, 1, N).astype(np.float32)
wrench = rng.normal(size=(N, 3)).astype(np.float32)
log = dict(trajectory=trajectory, t=t, q=q, qd=qd, qdd=qdd, tau=tau, load=load, wrench=wrench)


def columns():
    yield "trajectory", trajectory
    yield "t", t
    for name in ("q", "qd", "qdd", "tau"):
        for joint in range(JOINTS):
            yield f"{name}{joint + 1}", log[name][:, joint]
    yield "load", load
    for axis in range(3):
        yield f"wrench{axis + 1}", wrench[:, axis]


def write_csv():
    table = dict(columns())
    with open(path("log.csv"), "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table)
        for row in zip(*table.values()):
            writer.writerow(str(x) for x in row)


def write_npz():
    np.savez(path("log.npz"), **log)
    np.savez_compressed(path("compressed.npz"), **log)
    np.savez(path("columns.npz"), **dict(columns()))
    np.savez(
        path("odd.npz"),
        trajectory=np.array([f"{i}" for i in trajectory]),
        t=t.reshape(-1, 1),
        q=np.asfortranarray(q),
        qd=qd.astype(">f8"),
        qdd=np.asfortranarray(qdd.astype(np.float64)),
        tau=tau.astype(">f4"),
        load=load,
        wrench=wrench,
        rate=np.float64(100),
        notes=np.array([{"robot": "arm"}], dtype=object),
    )
    trials = {k: v.reshape(TRIALS, STEPS, -1) for k, v in log.items() if v.ndim == 2}
    np.savez(path("trials.npz"), t=t[:STEPS], load=load.reshape(TRIALS, STEPS), **trials)
    np.savez(path("trials_named.npz"), trajectory=np.array(["1", "2", "3"]),
             t=t.reshape(TRIALS, STEPS), load=load.reshape(TRIALS, STEPS), **trials)
    np.savez(path("object.npz"), **{**log, "q": q.astype(object)})
    np.savez(path("complex.npz"), **{**log, "q": q.astype(complex)})
    np.savez(path("transposed.npz"), **{**log, "q": q.T})
    np.save(path("single.npy"), q)


def write_mat():
    scipy.io.savemat(path("log.mat"), {k: v.astype(float) for k, v in log.items()},
                     do_compression=True)
    scipy.io.savemat(path("plain.mat"), log, do_compression=False, oned_as="column")
    ids = np.array([f"run {i}" for i in trajectory], dtype=object).reshape(-1, 1)
    struct = {"position": q.astype(float), "velocity": qd.astype(float),
              "acceleration": qdd.astype(float), "effort": tau.astype(float),
              "stamp": 1000 * t, "load": load, "wrench": wrench.astype(float)}
    scipy.io.savemat(path("struct.mat"), {"log": struct, "run": ids})


def write_parquet():
    flat = pa.table(dict(columns()))
    for codec in ("none", "snappy", "gzip", "zstd"):
        pq.write_table(flat, path(f"{codec}.parquet"), compression=codec)
    pq.write_table(flat, path("pages.parquet"), row_group_size=4, data_page_size=16,
                   data_page_version="2.0", use_dictionary=False)
    ids = pa.array([f"{i}" for i in trajectory])
    flat = flat.set_column(0, "trajectory", ids)
    pq.write_table(flat, path("text.parquet"))
    lists = {k: pa.array(list(v.astype(np.float64)) if v.ndim == 2 else v) for k, v in log.items()}
    pq.write_table(pa.table(lists), path("lists.parquet"), row_group_size=7)
    gaps = flat.set_column(2, "q1", pa.array([None if i == 3 else float(x)
                                             for i, x in enumerate(q[:, 0])]))
    pq.write_table(gaps, path("gaps.parquet"))
    stamped = flat.set_column(1, "t", pa.array((1e6 * t).round().astype(np.int64),
                                               type=pa.timestamp("us")))
    pq.write_table(stamped, path("timestamps.parquet"))


def write_bad_parquet():
    flat = pa.table(dict(columns()))

    def q1(name, values):
        pq.write_table(flat.set_column(2, "q1", values), path(name))

    def lists(name, edit):
        rows = [list(map(float, row)) for row in q]
        edit(rows)
        table = {k: v for k, v in dict(columns()).items() if k not in ("q1", "q2")}
        pq.write_table(pa.table({**table, "q": pa.array(rows)}), path(name))

    q1("words.parquet", pa.array([str(x) for x in q[:, 0]]))
    q1("float16.parquet", pa.array(q[:, 0].astype(np.float16)))
    q1("decimal.parquet", pa.array([decimal.Decimal(i) / 8 for i in range(N)],
                                   type=pa.decimal128(9, 3)))
    lists("ragged.parquet", lambda rows: rows[4].append(1.0))
    lists("null_list.parquet", lambda rows: rows.__setitem__(3, None))
    lists("null_first.parquet", lambda rows: rows.__setitem__(0, None))
    lists("null_in_list.parquet", lambda rows: rows[2].__setitem__(1, None))


os.makedirs(out, exist_ok=True)
write_csv()
write_npz()
write_mat()
write_parquet()
write_bad_parquet()
with open(path("README.txt"), "w") as file:
    file.write("Written by core/src/test/python/logs.py with numpy %s, scipy %s, pyarrow %s.\n"
               % (np.__version__, scipy.__version__, pa.__version__))
