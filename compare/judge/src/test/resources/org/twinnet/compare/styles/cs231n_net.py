"""A class in the way of CS231n: a two-layer net in rows with a softmax, a loss with reg, and its own training loop."""
import json

import numpy as np

FAULTS = {
    "reg-doubled": "l2-gradient-doubled",
    "reg-not-halved": "l2-cost-not-halved",
    "not-averaged": "softmax-cross-entropy-summed",
    "gate-missing": "relu-gradient-missing",
    "bias-of-mean": "bias-gradient-mean-not-sum",
}


class TwoLayerNet:
    def __init__(self, inputs, hidden, classes, rng, std=0.5):
        self.params = {
            "W1": std * rng.randn(inputs, hidden),
            "b1": np.zeros(hidden),
            "W2": std * rng.randn(hidden, classes),
            "b2": np.zeros(classes),
        }

    def loss(self, X, y, reg, fault):
        W1, b1, W2, b2 = (self.params[k] for k in ("W1", "b1", "W2", "b2"))
        N = X.shape[0]
        pre = X.dot(W1) + b1
        hidden = np.maximum(0, pre)
        scores = hidden.dot(W2) + b2
        shifted = scores - scores.max(axis=1, keepdims=True)
        probs = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
        data = -np.log(probs[np.arange(N), y]).sum()
        if fault != "not-averaged":
            data /= N
        half = 1.0 if fault == "reg-not-halved" else 0.5
        loss = data + half * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))

        dscores = probs.copy()
        dscores[np.arange(N), y] -= 1
        dscores /= N
        share = 2 * reg if fault == "reg-doubled" else reg
        grads = {"W2": hidden.T.dot(dscores) + share * W2, "b2": dscores.sum(axis=0)}
        dhidden = dscores.dot(W2.T)
        dpre = dhidden.copy()
        if fault != "gate-missing":
            dpre[pre <= 0] = 0
        grads["W1"] = X.T.dot(dpre) + share * W1
        grads["b1"] = dpre.sum(axis=0)
        if fault == "bias-of-mean":
            grads = {k: g / N if k[0] == "b" else g for k, g in grads.items()}
        cache = {"Z1": pre, "A1": hidden, "Z2": scores, "A2": probs, "dZ2": dscores, "dA1": dhidden, "dZ1": dpre}
        return loss, grads, cache


def trace(fault=None, seed=0, N=20, D=4, H=6, C=3, reg=0.05, rate=0.3, steps=25, batch_size=None, local=False):
    rng = np.random.RandomState(seed)
    X = rng.randn(N, D)
    y = rng.randint(C, size=N)
    net = TwoLayerNet(D, H, C, rng)
    kept = {"X": X, "Y": y, "examples_as": "rows", "weights_as": "inputs-by-units"}
    experiment = {
        "layers": [{"units": H, "activation": "relu"}, {"units": C, "activation": "softmax"}],
        "optimizer": {"kind": "gradient-descent", "learning_rate": rate},
        "penalty": {"l2_coefficient": reg},
    }
    if batch_size:
        experiment["batches"] = {"size": batch_size}
    kept["experiment"] = json.dumps(experiment)
    history = []
    for it in range(steps):
        chosen = rng.choice(N, batch_size) if batch_size else np.arange(N)
        loss, grads, cache = net.loss(X[chosen], y[chosen], reg, fault)
        history.append(loss)
        if it in (0, 1, steps - 1):
            kept.update({f"{k}@{it}": v.copy() for k, v in net.params.items()})
            kept.update({f"d{k}@{it}": v for k, v in grads.items()})
            if not local:
                kept.update({f"{k}@{it}": v for k, v in cache.items()})
        if batch_size:
            kept[f"batch@{it}"] = chosen
        for k in net.params:
            net.params[k] -= rate * grads[k]
    kept["cost_iterations"] = np.arange(steps)
    kept["costs"] = np.array(history)
    return kept
