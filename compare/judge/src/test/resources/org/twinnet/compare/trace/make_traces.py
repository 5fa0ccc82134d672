"""Writes the small golden traces of this folder: python3 make_traces.py

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
    "momentum-not-carried",
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
    if name == "momentum-not-carried":
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


if __name__ == "__main__":
    folder = os.path.dirname(os.path.abspath(__file__))
    for name in RIGHT + OF_TANH + OF_MOMENTUM:
        np.savez_compressed(os.path.join(folder, name + ".npz"), **trace(name))
