"""Runs models of Lindyn in other runtimes and compares the torques with Lindyn's own.

    pip install -r requirements.txt
    python verify.py --cases ../target/interop
    python verify.py MODEL MOTION TAU [--onnx FOLDER]

The first form takes all cases that `mvn verify` has left, the second one model folder, a CSV log
with the columns q1.. qd1.. qdd1.. and the torques that `lindyn predict` wrote for it; --onnx adds
what `lindyn export --format onnx` wrote. Prints the largest difference per runtime, in ranges of the
joint's torques; the exit code is 1 if one is above 1e-5 or a runtime fails.
"""

import argparse
import pathlib
import sys

import motions
import runtimes


def cases(arguments):
    if arguments.cases:
        files = pathlib.Path(arguments.cases).glob("*/motions.safetensors")
        folders = sorted(file.parent for file in files)
        if not folders:
            raise SystemExit(f"{arguments.cases}: holds no cases; run mvn verify first")
        return [motions.of_parity_test(folder) for folder in folders]
    if not arguments.tau:
        raise SystemExit("give MODEL, MOTION and TAU, or --cases")
    onnx = pathlib.Path(arguments.onnx) if arguments.onnx else None
    return [motions.of_logs(arguments.model, arguments.motion, arguments.tau, onnx)]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", nargs="?", metavar="MODEL")
    parser.add_argument("motion", nargs="?", metavar="MOTION")
    parser.add_argument("tau", nargs="?", metavar="TAU")
    parser.add_argument("--onnx", metavar="FOLDER")
    parser.add_argument("--cases", metavar="FOLDER")

    largest, failed = {}, False
    for case in cases(parser.parse_args()):
        chosen = runtimes.FROM_SAVED_MODEL | (runtimes.FROM_ONNX if case.onnx else {})
        for name, torques in chosen.items():
            try:
                difference = case.difference(torques(case))
            except Exception as e:  # each runtime has its own exceptions; the others go on
                print(f"{case.name}: {name}: failed: {str(e).strip()[:300]}", file=sys.stderr)
                failed = True
                continue
            if not difference <= motions.TOLERANCE:
                print(f"{case.name}: {name}: differs by {difference:.2g}", file=sys.stderr)
                failed = True
            largest[name] = max(largest.get(name, 0), difference)
    for name, difference in largest.items():
        print(f"{name:30} {difference:.1e}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
