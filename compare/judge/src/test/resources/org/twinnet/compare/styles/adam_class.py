"""A NumPy class with Adam: fit(), a tanh layer, softmax, one-hot targets, full batches, epsilon where Keras has it."""
import json

import numpy as np

FAULTS = {
    "betas-swapped": "adam-betas-swapped",
    "summed-moment": "adam-moment-summed",
    "tanh-not-squared": "tanh-gradient-not-squared",
    "t-from-0": "adam-iteration-off-by-one",
    "sum-over-classes": "softmax-cross-entropy-over-outputs",
}


class Classifier:
    def __init__(self, n_in, n_hidden, n_out, lr, rng, dtype=np.float64, keras=True):
        self.lr, self.b1, self.b2, self.eps, self.keras = lr, 0.9, 0.999, 1e-7, keras
        self.W = [rng.randn(n_hidden, n_in) * 0.6, rng.randn(n_out, n_hidden) * 0.6]
        self.b = [np.zeros((n_hidden, 1)), np.zeros((n_out, 1))]
        self.W = [w.astype(dtype) for w in self.W]
        self.b = [b.astype(dtype) for b in self.b]
        self.m = [np.zeros_like(p) for p in self.W + self.b]
        self.v = [np.zeros_like(p) for p in self.W + self.b]
        self.t = 0

    def fit_one(self, X, T, fault):
        n = X.shape[1]
        h_in = self.W[0] @ X + self.b[0]
        h = np.tanh(h_in)
        logits = self.W[1] @ h + self.b[1]
        e = np.exp(logits - logits.max(axis=0))
        p = e / e.sum(axis=0)
        loss = -np.sum(T * np.log(p)) / n
        if fault == "sum-over-classes":
            loss = -np.mean(T * np.log(p))
        d2 = p - T
        back = self.W[1].T @ d2
        d1 = back * ((1 - h) if fault == "tanh-not-squared" else (1 - h**2))
        grads = [d1 @ X.T / n, d2 @ h.T / n, d1.sum(axis=1, keepdims=True) / n, d2.sum(axis=1, keepdims=True) / n]
        seen = {"W1": self.W[0], "W2": self.W[1], "b1": self.b[0], "b2": self.b[1]}
        seen.update({"dW1": grads[0], "dW2": grads[1], "db1": grads[2], "db2": grads[3]})
        seen.update({"Z1": h_in, "A1": h, "Z2": logits, "A2": p, "dA1": back, "dZ1": d1, "dZ2": d2})
        seen = {k: a.copy() for k, a in seen.items()}
        self.step(grads, fault)
        return loss, seen

    def step(self, grads, fault):
        self.t += 1
        t = self.t + (1 if fault == "t-from-0" else 0)
        b1, b2 = (self.b2, self.b1) if fault == "betas-swapped" else (self.b1, self.b2)
        params = self.W + self.b
        for k, g in enumerate(grads):
            self.m[k] = b1 * self.m[k] + (1 if fault == "summed-moment" else 1 - b1) * g
            self.v[k] = b2 * self.v[k] + (1 - b2) * g * g
            if self.keras:
                rate = self.lr * np.sqrt(1 - b2**t) / (1 - b1**t)
                params[k] = params[k] - rate * self.m[k] / (np.sqrt(self.v[k]) + self.eps)
            else:
                params[k] = params[k] - self.lr * (self.m[k] / (1 - b1**t)) / (np.sqrt(self.v[k] / (1 - b2**t)) + self.eps)
        self.W, self.b = params[:2], params[2:]


def trace(fault=None, seed=21, n=24, inputs=2, hidden=6, classes=4, lr=0.05, epochs=30, dtype=np.float64, keras=True):
    rng = np.random.RandomState(seed)
    X = rng.randn(inputs, n).astype(dtype)
    T = np.eye(classes, dtype=dtype)[rng.randint(classes, size=n)].T
    net = Classifier(inputs, hidden, classes, dtype(lr) if dtype != np.float64 else lr, rng, dtype, keras)
    kept = {"X": X, "Y": T}
    kept["experiment"] = json.dumps(
        {
            "layers": [{"activation": "tanh"}, {"activation": "softmax"}],
            "optimizer": {"kind": "adam", "learning_rate": lr, "epsilon": 1e-7},
        }
    )
    losses = []
    for epoch in range(epochs):
        loss, seen = net.fit_one(X, T, fault)
        losses.append(loss)
        if epoch in (0, 1, 2, epochs - 1):
            kept.update({f"{k}@{epoch}": a for k, a in seen.items()})
    kept["cost_iterations"] = np.arange(epochs)
    kept["costs"] = np.array(losses, dtype=dtype)
    return kept
