"""A course's L-layer network: dictionaries, examples in columns, random mini-batches, Adam, an average cost an epoch."""
import json

import numpy as np

FAULTS = {
    "no-correction": "adam-bias-correction-missing",
    "inside-root": "adam-epsilon-inside-root",
    "not-averaged": "batch-not-averaged",
    "half-penalty": "l2-gradient-halved",
    "relu-missing": "relu-gradient-missing",
}


def initialize(sizes, rng):
    P = {}
    for l in range(1, len(sizes)):
        P[f"W{l}"] = rng.randn(sizes[l], sizes[l - 1]) * np.sqrt(2 / sizes[l - 1])
        P[f"b{l}"] = np.zeros((sizes[l], 1))
    return P


def forward(X, P, L):
    cache = {"A0": X}
    for l in range(1, L + 1):
        Z = P[f"W{l}"] @ cache[f"A{l - 1}"] + P[f"b{l}"]
        cache[f"Z{l}"] = Z
        cache[f"A{l}"] = 1 / (1 + np.exp(-Z)) if l == L else np.maximum(0, Z)
    return cache


def cost_of(AL, Y, P, L, lambd, m):
    logs = Y * np.log(AL) + (1 - Y) * np.log(1 - AL)
    return -np.sum(logs) / Y.shape[1] + lambd / (2 * m) * sum(np.sum(np.square(P[f"W{l}"])) for l in range(1, L + 1))


def backward(cache, Y, P, L, lambd, m, fault):
    n = Y.shape[1]
    g = {f"dZ{L}": cache[f"A{L}"] - Y}
    for l in range(L, 0, -1):
        dZ = g[f"dZ{l}"]
        penalty = lambd / m * P[f"W{l}"]
        if fault == "half-penalty":
            penalty = penalty / 2
        over = 1 if fault == "not-averaged" else n
        g[f"dW{l}"] = dZ @ cache[f"A{l - 1}"].T / over + penalty
        g[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / over
        if l > 1:
            g[f"dA{l - 1}"] = P[f"W{l}"].T @ dZ
            gate = 1 if fault == "relu-missing" else np.int64(cache[f"A{l - 1}"] > 0)
            g[f"dZ{l - 1}"] = g[f"dA{l - 1}"] * gate
    return g


def adam(P, g, v, s, t, rate, fault, beta1=0.9, beta2=0.999, eps=1e-8):
    new = {}
    for k in P:
        v[k] = beta1 * v[k] + (1 - beta1) * g["d" + k]
        s[k] = beta2 * s[k] + (1 - beta2) * g["d" + k] ** 2
        vc, sc = v[k] / (1 - beta1**t), s[k] / (1 - beta2**t)
        if fault == "no-correction":
            vc, sc = v[k], s[k]
        root = np.sqrt(sc + eps) if fault == "inside-root" else np.sqrt(sc) + eps
        new[k] = P[k] - rate * vc / root
    return new


def trace(fault=None, seed=10, m=22, size=8, hidden=(5, 3), rate=0.01, lambd=0.6, epochs=4, plain=False):
    rng = np.random.RandomState(seed)
    X = rng.randn(3, m)
    Y = (X[:1] ** 2 + X[1:2] > 0.7).astype(int)
    sizes = [3, *hidden, 1]
    L = len(sizes) - 1
    P = initialize(sizes, rng)
    v = {k: np.zeros_like(P[k]) for k in P}
    s = {k: np.zeros_like(P[k]) for k in P}
    kept = {"X": X, "Y": Y, "learning_rate": rate, "lambd": lambd}
    kept["experiment"] = json.dumps({"optimizer": "adam", "batches": {"size": size}})
    costs, iterations, t = [], [], 0
    for epoch in range(epochs):
        order = np.random.RandomState(seed + epoch + 1).permutation(m)
        total = 0
        for at in range(0, m, size):
            batch = order[at : at + size]
            cache = forward(X[:, batch], P, L)
            cost = cost_of(cache[f"A{L}"], Y[:, batch], P, L, lambd, m)
            total += cost * len(batch)
            g = backward(cache, Y[:, batch], P, L, lambd, m, fault)
            kept[f"batch@{t}"] = batch
            if t in (0, 1, 2, 7, 8):
                for d in (P, cache, g):
                    kept.update({f"{k}@{t}": np.array(d[k]) for k in d if k != "A0"})
                kept.update({f"v{k}@{t}": np.array(v[k]) for k in P})
                kept.update({f"s{k}@{t}": np.array(s[k]) for k in P})
            t += 1
            P = adam(P, g, v, s, t, rate, fault)
        costs.append(total / m)
        iterations.append(t - 1)
    kept["cost_iterations"] = np.array(iterations)
    kept["costs"] = np.array(costs)
    return kept
