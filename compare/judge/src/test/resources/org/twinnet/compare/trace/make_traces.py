"""Writes the small golden traces of this folder: python3 make_traces.py

The last ones state an experiment: several classes, batches, Adam, squared errors, rows, batch normalization. The others:

A network of 2, 3, 2 and 1 units on 15 examples, five iterations of full-batch training in float64, written from the
formulas of compare/docs/trace-format.md and experiment-format.md and from nothing of Twinnet. Each name but the first
three has one mistake in it.
"""
import os

import numpy as np

SIZES = [2, 3, 2, 1]
M = 15
ITERATIONS = 5
RATE = 0.2
LAMBDA = 0.5
KEEP = 0.8
MU = 0.9

RIGHT = ["relu", "tanh-momentum", "tanh-dropout-average"]
OF_TANH = [
    "tanh-gradient-missing",
    "tanh-gradient-of-pre-activation",
    "tanh-gradient-sign",
    "tanh-gradient-not-squared",
    "sigmoid-gradient-on-tanh",
    "tanh-gradient-of-dropped-activation",
    "relu-in-place-of-tanh",
]
OF_MOMENTUM = [
    "momentum-velocity-not-carried",
    "momentum-average-differs",
    "momentum-velocity-late",
    "momentum-differs",
    "update-sign",
]


def slope(name, Z, A, masked):
    if name == "tanh-gradient-missing":
        return np.ones_like(Z)
    if name == "tanh-gradient-of-pre-activation":
        return 1 - Z**2
    if name == "tanh-gradient-sign":
        return 1 + A**2
    if name == "tanh-gradient-not-squared":
        return 1 - A
    if name == "sigmoid-gradient-on-tanh":
        return A * (1 - A)
    if name == "tanh-gradient-of-dropped-activation":
        return 1 - masked**2
    if name in ("relu", "relu-in-place-of-tanh"):
        return (Z > 0).astype(float)
    return 1 - A**2


def direction(name, average, v, g):
    """The new velocity, and what the step goes along."""
    mu = 0.8 if name == "momentum-differs" else MU
    share = 1 - mu if average != (name == "momentum-average-differs") else 1.0
    new = mu * v + share * g
    if name == "relu":
        return v, g
    if name == "momentum-velocity-not-carried":
        return v, share * g
    if name == "momentum-velocity-late":
        return new, v
    if name == "update-sign":
        return new, -new
    return new, new


def trace(name):
    rng = np.random.RandomState(7)
    dropout = name in ("tanh-dropout-average", "tanh-gradient-of-dropped-activation")
    average = name in ("tanh-dropout-average",)
    X = rng.randn(SIZES[0], M)
    Y = (X[0:1] * X[1:2] + 0.3 * rng.randn(1, M) > 0).astype(float)
    L = len(SIZES) - 1
    W = {l: rng.randn(SIZES[l], SIZES[l - 1]) / np.sqrt(SIZES[l - 1]) for l in range(1, L + 1)}
    b = {l: 0.1 * rng.randn(SIZES[l], 1) for l in range(1, L + 1)}
    vW = {l: np.zeros_like(W[l]) for l in W}
    vb = {l: np.zeros_like(b[l]) for l in b}
    out = {"X": X, "Y": Y, "learning_rate": RATE, "lambd": LAMBDA, "keep_prob": KEEP if dropout else 1.0}
    if name != "relu":
        out["layers[].activation"] = "tanh"
        out["optimizer.kind"] = "momentum"
        out["optimizer.momentum"] = MU
        if average:
            out["optimizer.average"] = np.bool_(True)
    costs = []
    for i in range(ITERATIONS):
        kept = {}
        A = {0: X}
        Z = {}
        plain = {}
        D = {}
        for l in range(1, L + 1):
            Z[l] = W[l] @ A[l - 1] + b[l]
            if l == L:
                A[l] = 1 / (1 + np.exp(-Z[l]))
                continue
            rectified = name in ("relu", "relu-in-place-of-tanh")
            plain[l] = np.maximum(0, Z[l]) if rectified else np.tanh(Z[l])
            A[l] = plain[l]
            if dropout:
                D[l] = rng.rand(SIZES[l], M) < KEEP
                A[l] = plain[l] * D[l] / KEEP
        loss = -np.mean(Y * np.log(A[L]) + (1 - Y) * np.log(1 - A[L]))
        costs.append(loss + LAMBDA / (2 * M) * sum(np.sum(W[l] ** 2) for l in W))
        dZ = {L: A[L] - Y}
        dA = {}
        dW = {}
        db = {}
        for l in range(L, 0, -1):
            dW[l] = dZ[l] @ A[l - 1].T / M + LAMBDA / M * W[l]
            db[l] = np.sum(dZ[l], axis=1, keepdims=True) / M
            if l > 1:
                dA[l - 1] = W[l].T @ dZ[l]
                if dropout:
                    dA[l - 1] = dA[l - 1] * D[l - 1] / KEEP
                dZ[l - 1] = dA[l - 1] * slope(name, Z[l - 1], plain[l - 1], A[l - 1])
        if i < 3:
            for word, tensors in (("W", W), ("b", b), ("Z", Z), ("dZ", dZ), ("dW", dW), ("db", db), ("dA", dA), ("D", D)):
                kept.update({f"{word}{l}@{i}": np.array(tensors[l]) for l in tensors})
            kept.update({f"A{l}@{i}": A[l] for l in range(1, L + 1)})
        out.update(kept)
        for l in range(1, L + 1):
            vW[l], step = direction(name, average, vW[l], dW[l])
            W[l] = W[l] - RATE * step
            vb[l], step = direction(name, average, vb[l], db[l])
            b[l] = b[l] - RATE * step
    out["cost_iterations"] = np.arange(ITERATIONS)
    out["costs"] = np.array(costs)
    return out


def classes_in_batches():
    """CS231n's way: softmax, labels as classes, L2 by coefficient, Adam over shuffled batches."""
    rng = np.random.RandomState(8)
    m, B, K, rate, c = 14, 4, 3, 0.02, 0.01
    X = rng.randn(2, m)
    y = rng.randint(0, K, m)
    P = {"W1": rng.randn(5, 2) / np.sqrt(2), "b1": np.zeros((5, 1)), "W2": rng.randn(K, 5) / np.sqrt(5), "b2": np.zeros((K, 1))}
    v = {k: np.zeros_like(P[k]) for k in P}
    s = {k: np.zeros_like(P[k]) for k in P}
    out = {"X": X, "Y": y, "experiment": """{
      "layers": [{"units": 5, "activation": "tanh"}, {"units": 3, "activation": "softmax"}],
      "penalty": {"l2_coefficient": 0.01}, "optimizer": {"kind": "adam", "learning_rate": 0.02},
      "batches": {"size": 4, "seed": 3}}"""}
    costs = []
    for i in range(6):
        epoch, k = divmod(i, -(-m // B))
        batch = np.random.RandomState(3 + epoch).permutation(m)[k * B : (k + 1) * B]
        n = len(batch)
        Z1 = P["W1"] @ X[:, batch] + P["b1"]
        A1 = np.tanh(Z1)
        Z2 = P["W2"] @ A1 + P["b2"]
        E = np.exp(Z2 - Z2.max(axis=0))
        A2 = E / E.sum(axis=0)
        costs.append(-np.mean(np.log(A2[y[batch], np.arange(n)])) + c / 2 * (np.sum(P["W1"] ** 2) + np.sum(P["W2"] ** 2)))
        dZ2 = A2.copy()
        dZ2[y[batch], np.arange(n)] -= 1
        dZ1 = (P["W2"].T @ dZ2) * (1 - A1**2)
        g = {
            "W1": dZ1 @ X[:, batch].T / n + c * P["W1"],
            "b1": dZ1.sum(axis=1, keepdims=True) / n,
            "W2": dZ2 @ A1.T / n + c * P["W2"],
            "b2": dZ2.sum(axis=1, keepdims=True) / n,
        }
        if i in (0, 3, 4):
            for name, value in (("Z1", Z1), ("A1", A1), ("Z2", Z2), ("A2", A2), ("dZ1", dZ1), ("dZ2", dZ2), ("batch", batch)):
                out[f"{name}@{i}"] = value
            for name in P:
                for word, values in (("", P), ("d", g), ("v", v), ("s", s)):
                    out[f"{word}{name}@{i}"] = values[name].copy()
        for name in P:
            v[name] = 0.9 * v[name] + 0.1 * g[name]
            s[name] = 0.999 * s[name] + 0.001 * g[name] ** 2
            corrected = np.sqrt(s[name] / (1 - 0.999 ** (i + 1))) + 1e-8
            P[name] = P[name] - rate * v[name] / (1 - 0.9 ** (i + 1)) / corrected
    out["cost_iterations"] = np.arange(6)
    out["costs"] = np.array(costs)
    return out


def numbers_in_rows():
    """A regression in rows with momentum and a falling rate; no dZ is kept."""
    rng = np.random.RandomState(9)
    m, rate = 16, 0.05
    X = rng.randn(m, 3)
    Y = np.stack([X[:, 0] * X[:, 1], np.sin(X[:, 2])], axis=1)
    W1, b1 = rng.randn(3, 4) / np.sqrt(3), np.zeros(4)
    W2, b2 = rng.randn(4, 2) / 2, np.zeros(2)
    vel = [np.zeros_like(p) for p in (W1, b1, W2, b2)]
    out = {
        "X": X,
        "Y": Y,
        "examples_as": "rows",
        "weights_as": "inputs-by-units",
        "experiment": """{"layers": [{"units": 4, "activation": "swish"}, {"units": 2, "activation": "identity"}],
          "optimizer": {"kind": "momentum", "learning_rate": 0.05},
          "schedule": {"kind": "exponential", "factor": 0.9}}""",
    }
    costs = []
    for i in range(5):
        Z1 = X @ W1 + b1
        sigmoid = 1 / (1 + np.exp(-Z1))
        A1 = Z1 * sigmoid
        A2 = A1 @ W2 + b2
        costs.append(np.mean((A2 - Y) ** 2))
        dZ2 = 2 * (A2 - Y) / 2
        dZ1 = dZ2 @ W2.T * (sigmoid + Z1 * sigmoid * (1 - sigmoid))
        g = [X.T @ dZ1 / m, dZ1.mean(axis=0), A1.T @ dZ2 / m, dZ2.mean(axis=0)]
        if i < 2:
            for name, value in (("W1", W1), ("b1", b1), ("W2", W2), ("b2", b2)):
                out[f"{name}@{i}"] = value.copy()
            for name, value in zip(("dW1", "db1", "dW2", "db2"), g):
                out[f"{name}@{i}"] = value
        vel = [0.9 * a + b for a, b in zip(vel, g)]
        W1, b1, W2, b2 = [p - rate * 0.9**i * a for p, a in zip((W1, b1, W2, b2), vel)]
    out["cost_iterations"] = np.arange(5)
    out["costs"] = np.array(costs)
    return out


def normalized_in_batches():
    """A class of layers in rows with batch normalization, its backward pass node by node, Adam over shuffled batches."""
    rng = np.random.RandomState(10)
    m, B, rate, decay, eps = 14, 5, 0.02, 0.9, 1e-5
    X = rng.randn(m, 2)
    y = (X[:, :1] * X[:, 1:] > 0).astype(float)
    P = {
        "W1": rng.randn(2, 4) / np.sqrt(2),
        "b1": 0.1 * rng.randn(4),
        "gamma1": 1 + 0.2 * rng.randn(4),
        "beta1": 0.1 * rng.randn(4),
        "W2": rng.randn(4, 1) / 2,
        "b2": np.zeros(1),
    }
    run = {"running_mean1": np.zeros(4), "running_var1": np.ones(4)}
    v = {k: np.zeros_like(P[k]) for k in P}
    s = {k: np.zeros_like(P[k]) for k in P}
    out = {
        "X": X,
        "Y": y,
        "examples_as": "rows",
        "weights_as": "inputs-by-units",
        "experiment": """{
      "layers": [{"units": 4, "activation": "relu", "batch_norm": {"running_variance": "unbiased"}}, {"units": 1}],
      "optimizer": {"kind": "adam", "learning_rate": 0.02}, "batches": {"size": 5, "seed": 4}}""",
    }
    costs = []
    for i in range(6):
        epoch, k = divmod(i, -(-m // B))
        batch = np.random.RandomState(4 + epoch).permutation(m)[k * B : (k + 1) * B]
        n = len(batch)
        x, t = X[batch], y[batch]
        before = {k: run[k].copy() for k in run}
        Z1 = x @ P["W1"] + P["b1"]
        mu = Z1.mean(axis=0)
        centred = Z1 - mu
        var = (centred**2).mean(axis=0)
        inverse = 1 / np.sqrt(var + eps)
        N1 = centred * inverse
        Y1 = P["gamma1"] * N1 + P["beta1"]
        A1 = np.maximum(0, Y1)
        Z2 = A1 @ P["W2"] + P["b2"]
        A2 = 1 / (1 + np.exp(-Z2))
        costs.append(-np.mean(t * np.log(A2) + (1 - t) * np.log(1 - A2)))
        run["running_mean1"] = decay * run["running_mean1"] + (1 - decay) * mu
        run["running_var1"] = decay * run["running_var1"] + (1 - decay) * var * n / (n - 1)
        dZ2 = A2 - t
        dA1 = dZ2 @ P["W2"].T
        dY1 = dA1 * (Y1 > 0)
        dN1 = dY1 * P["gamma1"]
        dvar = (dN1 * centred).sum(axis=0) * -0.5 * inverse**3
        dmu = -(dN1 * inverse).sum(axis=0) + dvar * (-2 * centred).mean(axis=0)
        dZ1 = dN1 * inverse + dvar * 2 * centred / n + dmu / n
        g = {
            "W1": x.T @ dZ1 / n,
            "b1": dZ1.mean(axis=0),
            "gamma1": (dY1 * N1).mean(axis=0),
            "beta1": dY1.mean(axis=0),
            "W2": A1.T @ dZ2 / n,
            "b2": dZ2.mean(axis=0),
        }
        if i in (0, 3, 4):
            values = {"Z1": Z1, "mu1": mu, "var1": var, "N1": N1, "A1": A1, "Z2": Z2, "A2": A2}
            values.update({"dZ2": dZ2, "dA1": dA1, "dZ1": dZ1})
            values.update(before)
            for name, value in values.items():
                out[f"{name}@{i}"] = value
            for name in P:
                for word, tensors in (("", P), ("d", g), ("v", v), ("s", s)):
                    out[f"{word}{name}@{i}"] = tensors[name].copy()
        for name in P:
            v[name] = 0.9 * v[name] + 0.1 * g[name]
            s[name] = 0.999 * s[name] + 0.001 * g[name] ** 2
            corrected = np.sqrt(s[name] / (1 - 0.999 ** (i + 1))) + 1e-8
            P[name] = P[name] - rate * v[name] / (1 - 0.9 ** (i + 1)) / corrected
    out["cost_iterations"] = np.arange(6)
    out["costs"] = np.array(costs)
    return out


if __name__ == "__main__":
    folder = os.path.dirname(os.path.abspath(__file__))
    np.savez_compressed(os.path.join(folder, "classes-in-batches.npz"), **classes_in_batches())
    np.savez_compressed(os.path.join(folder, "numbers-in-rows.npz"), **numbers_in_rows())
    np.savez_compressed(os.path.join(folder, "normalized-in-batches.npz"), **normalized_in_batches())
    for name in RIGHT + OF_TANH + OF_MOMENTUM:
        np.savez_compressed(os.path.join(folder, name + ".npz"), **trace(name))
