"""What twinnet_trace refuses, and what it takes: ends without a word, or with the first that went otherwise."""

import ast
import os
import warnings

import numpy as np
import twinnet_trace
from twinnet_trace import Trace, TraceError

X, Y = np.arange(6.0).reshape(2, 3), np.array([[0, 1, 1]])
W1, b1, W2, b2 = np.ones((4, 2)), np.zeros((4, 1)), np.ones((1, 4)), np.zeros((1, 1))
P = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def refused(why, what):
    try:
        what()
    except TraceError as e:
        assert str(e).startswith(why) and "\n" not in str(e), f"{e}\nis not\n{why}"
    else:
        raise AssertionError("not refused: " + why)


def entries(trace, **settings):
    if os.path.exists("t.npz"):
        os.remove("t.npz")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trace.save("t.npz", **settings)
    with np.load("t.npz") as file:
        return dict(file)


# the examples
refused("X has 3 examples, one a column, but Y has 2", lambda: Trace(X, Y[:, :2]))
refused(
    "X has 2 examples, one a column, but Y has 1; if examples are rows, write examples_as=",
    lambda: Trace(X.T, Y.T),
)
refused("X has 2 examples, one a row, but Y has 1", lambda: Trace(X, Y, examples_as="rows"))
refused("X[0, 1] is nan; it must be a finite number", lambda: Trace([[1.0, np.nan]], [0, 1]))
refused("X is float64 of shape (3,); it must be a matrix with one example a column", lambda: Trace(X[0], Y))
refused("Y is <U1 of shape (3,); it must be numbers", lambda: Trace(X, ["a", "b", "a"]))
refused("X is float16 of shape (2, 3); it must be numbers", lambda: Trace(X.astype(np.float16), Y))
refused('examples_as is \'row\'; it must be "columns" or "rows"', lambda: Trace(X, Y, examples_as="row"))

# settings and experiments
refused("lr is no setting of a trace; write learning_rate", lambda: Trace(X, Y, lr=0.1))
refused(
    "momentum is no setting of a trace; write one of learning_rate, lambd, keep_prob, or an",
    lambda: Trace(X, Y, momentum=0.9),
)
refused("experiment.loss is <function", lambda: Trace(X, Y, experiment={"loss": refused}))
refused(
    "experiment.layers[1].keep_prob is nan, which JSON can't say",
    lambda: Trace(X, Y, experiment={"layers": [{}, {"keep_prob": np.nan}]}),
)
refused("experiment.layers[0] has the key 1; it must be a word", lambda: Trace(X, Y, experiment={"layers": [{1: 2}]}))
refused("experiment is no JSON: ", lambda: Trace(X, Y, experiment="{layers"))
refused("experiment is a list; it must be a dictionary", lambda: Trace(X, Y, experiment=[1]))

# names
refused('w1 is no name of a trace; ', lambda: Trace(X, Y).record(0, w1=W1))
try:
    Trace(X, Y).record(0, w1=W1)
except TraceError as e:
    assert 'names={"w1": "W1"}' in str(e) and 'names={"w1": None}' in str(e), e
refused("W needs the number of its layer, such as W1, or a list of all layers", lambda: Trace(X, Y).record(0, W=W1))
refused("record() takes dictionaries and W1=..., not tuple", lambda: Trace(X, Y).record(0, (W1, b1)))
refused("the iteration is -1; it must be a whole number, from 0", lambda: Trace(X, Y).record(-1, P))
refused("W1 is given twice, with different numbers", lambda: Trace(X, Y).record(0, P, {"W1": 2 * W1}))

# shapes and types
refused(
    "Z1 of iteration 0 is float64 of shape (4, 2); with 3 examples it must be of shape (units, 3)",
    lambda: Trace(X, Y).record(0, P, Z1=np.ones((4, 2))),
)
refused(
    "dW1 of iteration 0 is float64 of shape (4, 3), but W1 is float64 of shape (4, 2)",
    lambda: Trace(X, Y).record(0, P, dW1=np.ones((4, 3))),
)
refused(
    "b1 of iteration 0 is float64 of shape (4, 3); it must be one number a unit",
    lambda: Trace(X, Y).record(0, W1=W1, b1=np.zeros((4, 3))),
)
refused(
    "W1 of iteration 0 is object of shape (2,); it must be float64 or float32",
    lambda: Trace(X, Y).record(0, W1=np.array([None, 1])),
)
refused(
    "W1 of iteration 0 is float16 of shape (4, 2); it must be float64 or float32",
    lambda: Trace(X, Y).record(0, W1=W1.astype(np.float16)),
)
refused(
    "the weights of iteration 0 don't follow each other: X has 2 features, W1 (4, 2), W2 (1, 3)",
    lambda: Trace(X, Y).record(0, W1=W1, W2=np.ones((1, 3))),
)
refused(
    "the cost of iteration 1 is float64 of shape (2,); it must be one number",
    lambda: Trace(X, Y).cost(1, [0.5, 0.5]),
)
refused("the batch of iteration 0 must hold indices from 0 to 2", lambda: Trace(X, Y).record(0, P, batch=[0, 3]))
refused(
    "the batch of iteration 0 is bool of shape (3,); it must be indices",
    lambda: Trace(X, Y).record(0, P, batch=[True, False, True]),
)

# twice, never, and over files
t = Trace(X, Y)
refused("nothing was recorded; call record(i, parameters, ...) before each update", lambda: t.save("none.npz"))
t.record(0, P, cost=0.5)
refused("the cost of iteration 0 is given twice", lambda: t.cost(0, 0.4))
refused("W1 of iteration 0 was recorded before; record each iteration once", lambda: t.record(0, P))
t.record(1, P, cost=float("nan"))
t.save("file")
refused("file.npz is there; choose another name, or save(..., overwrite=True)", lambda: t.save("file.npz"))
t.save("file.npz", overwrite=True)
assert sorted(os.listdir(".")) == sorted(set(os.listdir(".")) - {"file.npz.part"})
os.remove("file.npz")
lacking = Trace(X, Y)
lacking.record(0, W1=W1, b1=b1, W2=W2)
refused(
    "b2 is missing in all iterations; record it; give zeros for a layer without biases",
    lambda: lacking.save("none.npz"),
)
square = Trace(np.eye(2), [0, 1], examples_as="rows")
square.record(0, W1=np.eye(2), b1=np.zeros(2))
refused('all weights are square: say weights_as="units-by-inputs"', lambda: square.save("none.npz"))
assert not os.path.exists("none.npz") and not os.path.exists("none.npz.part")

# what is taken: copies, lists, own names, optimizers, single precision, NaN
mine = W1.copy()
t = Trace(X, Y, names={"weights_{}": "W{}", "bias1": "b1", "x": None, "activations": "A0"})
state = {"dW1": W1, "b1": b1}
t.record(0, {"weights_1": mine, "bias1": b1, "x": object()}, activations=[X, np.ones((4, 3))], v=state)
mine -= 1
t.record(1, W=[mine], b=[b1], D1=np.ones((4, 3), bool))
found = entries(t)
assert set(found) == set("X Y W1@0 b1@0 A0@0 A1@0 vW1@0 vb1@0 W1@1 b1@1 D1@1".split()), set(found)
assert (found["W1@0"] == 1).all() and (found["W1@1"] == 0).all() and found["D1@1"].dtype == bool

single = Trace(X.astype(np.float32), Y, experiment={"optimizer": {"learning_rate": np.float64(0.1)}})
single.record(0, {name: value.astype(np.float32) for name, value in P.items()}, cost=np.float32(0.1))
single.cost(1, np.array([[np.nan]], np.float32))
found = entries(single)
assert found["costs"].dtype == np.float32 and np.isnan(found["costs"][1])
assert str(found["experiment"]) == '{"optimizer": {"learning_rate": 0.1}}'

batches = Trace(X, Y, experiment={"batches": {"size": 2}}, iterations=[0])
batches.record(0, P, Z2=np.ones(2), batch=np.array([2, 0]), cost=1)
batches.record(1, P, batch=[1], cost=2)
found = entries(batches)
assert found["Z2@0"].shape == (1, 2) and "W1@1" not in found and list(found["batch@1"]) == [1]
assert list(found["costs"]) == [1, 2] and found["costs"].dtype == np.float64

# predictions
answered = Trace(X, Y)
answered.record(0, P, cost=1)
refused("predictions has 2 examples, but X has 3; answer for each", lambda: answered.predictions([1, 0]))
refused("predictions is <U1 of shape (3,); it must be", lambda: answered.predictions(["a", "b", "a"]))
answered.predictions(Y > 0)
assert entries(answered)["predictions"].tolist() == [[0.0, 1.0, 1.0]]
answered.predictions([0.2, 0.7, 0.9])
assert entries(answered)["predictions"].tolist() == [0.2, 0.7, 0.9]

# what leaves the verdict open is said
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    t = Trace(X, Y)
    t.record(0, P)
    t.save("t.npz", overwrite=True)
begin = [str(one.message).split(",")[0].split(":")[0] for one in said]
assert begin == ["the trace holds no cost", "no update shows"], begin
os.remove("t.npz")

with open(twinnet_trace.__file__) as file:
    ast.parse(file.read(), feature_version=(3, 8))
