"""The network @SIZES@, by NumPy alone.

python3 predict.py DATA.(csv|npz) prints a line an example, its outputs with commas between them, 17 digits each.
DATA holds the features alone@MEASURED@: a .csv with one example a row, a heading above them or not,
or an .npz with X, features x examples.
"""
@IMPORTS@
import numpy as np

file = np.load(os.path.join(os.path.dirname(os.path.abspath(__file__)), "@WEIGHTS@"))
w = {name: file[name]@CAST@ for name in file.files}

@FUNCTIONS@
def predict(X):
    """What the network answers, outputs x examples, for features x examples."""
@LAYERS@    return A


def read(path):
    """Features x examples."""
    if path.lower().endswith(".npz"):
        return np.load(path)["X"]
    with open(path, encoding="utf-8-sig") as lines:
        first = lines.readline()
    try:
        heading = 0 if [float(number) for number in first.split(",")] else 1
    except ValueError:
        heading = 1
    return np.loadtxt(path, delimiter=",", skiprows=heading, ndmin=2, encoding="utf-8-sig").T


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python3 predict.py DATA.(csv|npz)")
    X = read(sys.argv[1])
    if X.shape[0] != @FEATURES@:
        sys.exit("%s: %d features; needed: @FEATURES@" % (sys.argv[1], X.shape[0]))
    for outputs in predict(X).T:
        print(",".join("%.16e" % a for a in outputs))
