"""A regression net: two numbers to predict, v = mu·v − lr·grad and W += v, half the sum of squares over the mean of
examples, float columns."""
import json

import numpy as np

FAULTS = {
    "tanh-of-z": "tanh-gradient-of-pre-activation",
    "late": "momentum-velocity-late",
    "summed": "squared-error-cost-summed",
    "up": "update-sign",
    "dw-of-z": "weight-gradient-of-pre-activation",
}


def trace(fault=None, seed=31, m=19, hidden=(6, 4), outputs=2, lr=0.03, mu=0.8, steps=20, scale="quadratic", state=True):
    rng = np.random.RandomState(seed)
    X = rng.randn(2, m)
    Y = np.vstack([np.sin((k + 1) * X[0]) + 0.3 * X[1] for k in range(outputs)])
    sizes = [2, *hidden, outputs]
    L = len(sizes) - 1
    W = [rng.randn(sizes[l + 1], sizes[l]) / np.sqrt(sizes[l]) for l in range(L)]
    b = [0.1 * rng.randn(sizes[l + 1], 1) for l in range(L)]
    vw = [np.zeros_like(w) for w in W]
    vb = [np.zeros_like(c) for c in b]
    factor = {"quadratic": 0.5, "mean": 1 / outputs, "sum": 1.0, "half-mean": 0.5 / outputs}[scale]
    kept = {"X": X, "Y": Y}
    layers = [{"units": u, "activation": "tanh"} for u in hidden] + [{"units": outputs, "activation": "identity"}]
    experiment = {"layers": layers, "optimizer": {"kind": "momentum", "learning_rate": lr, "momentum": mu}}
    if scale == "quadratic":
        experiment["loss"] = "quadratic"
    kept["experiment"] = json.dumps(experiment)
    costs = []
    for i in range(steps):
        A, Z = [X], []
        for l in range(L):
            Z.append(W[l] @ A[-1] + b[l])
            A.append(Z[-1] if l == L - 1 else np.tanh(Z[-1]))
        error = A[-1] - Y
        costs.append(factor * np.sum(error**2) / (1 if fault == "summed" else m))
        dZ = [None] * L
        dZ[-1] = 2 * factor * error
        gw, gb = [None] * L, [None] * L
        for l in range(L - 1, -1, -1):
            before = Z[l - 1] if fault == "dw-of-z" and l > 0 else A[l]
            gw[l] = dZ[l] @ before.T / m
            gb[l] = dZ[l].mean(axis=1, keepdims=True)
            if l > 0:
                at = Z[l - 1] if fault == "tanh-of-z" else A[l]
                dZ[l - 1] = W[l].T @ dZ[l] * (1 - at**2)
        if i in (0, 1, 2, steps - 1):
            for l in range(L):
                named = {"W": W, "b": b, "Z": Z, "dZ": dZ, "dW": gw, "db": gb}
                if state:
                    named.update({"vW": vw, "vb": vb})
                kept.update({f"{k}{l + 1}@{i}": v[l].copy() for k, v in named.items()})
                kept[f"A{l + 1}@{i}"] = A[l + 1]
        for l in range(L):
            old = vw[l], vb[l]
            vw[l] = mu * vw[l] - lr * gw[l]
            vb[l] = mu * vb[l] - lr * gb[l]
            step = old if fault == "late" else (vw[l], vb[l])
            sign = -1 if fault == "up" else 1
            W[l] = W[l] + sign * step[0]
            b[l] = b[l] + sign * step[1]
    kept["cost_iterations"] = np.arange(steps)
    kept["costs"] = np.array(costs)
    return kept
