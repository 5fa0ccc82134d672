"""A network in the way of Nielsen's book: lists of weights and biases, sigmoids, quadratic cost, mini-batches, an
example at a time."""
import json

import numpy as np

FAULTS = {
    "slope-of-a": "sigmoid-gradient-at-activation",
    "slope-missing": "squared-error-slope-missing",
    "not-averaged": "batch-not-averaged",
    "cost-doubled": "squared-error-cost-doubled",
    "biases-still": "bias-not-updated",
}


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


class Network:
    def __init__(self, sizes, rng):
        self.num_layers = len(sizes)
        self.biases = [rng.randn(y, 1) for y in sizes[1:]]
        self.weights = [rng.randn(y, x) for x, y in zip(sizes[:-1], sizes[1:])]

    def backprop(self, x, y, fault):
        activation, activations, zs = x, [x], []
        for b, w in zip(self.biases, self.weights):
            z = np.dot(w, activation) + b
            zs.append(z)
            activation = sigmoid(z)
            activations.append(activation)
        delta = activations[-1] - y
        if fault != "slope-missing":
            delta = delta * sigmoid_prime(zs[-1])
        deltas = [delta]
        for l in range(2, self.num_layers):
            at = activations[-l] if fault == "slope-of-a" else zs[-l]
            delta = np.dot(self.weights[-l + 1].T, delta) * sigmoid_prime(at)
            deltas.insert(0, delta)
        nabla_w = [np.dot(d, a.T) for d, a in zip(deltas, activations[:-1])]
        return deltas, nabla_w, zs, activations

    def update_mini_batch(self, batch, eta, fault):
        """The sums of the batch's gradients, and all columns of it; then the step."""
        parts = [self.backprop(x, y, fault) for x, y in batch]
        deltas = [np.hstack([p[0][k] for p in parts]) for k in range(len(self.weights))]
        zs = [np.hstack([p[2][k] for p in parts]) for k in range(len(self.weights))]
        activations = [np.hstack([p[3][k] for p in parts]) for k in range(len(self.weights) + 1)]
        n = 1 if fault == "not-averaged" else len(batch)
        nabla_w = [sum(p[1][k] for p in parts) / n for k in range(len(self.weights))]
        nabla_b = [sum(p[0][k] for p in parts) / n for k in range(len(self.biases))]
        before = [w.copy() for w in self.weights], [b.copy() for b in self.biases]
        self.weights = [w - eta * nw for w, nw in zip(self.weights, nabla_w)]
        if fault != "biases-still":
            self.biases = [b - eta * nb for b, nb in zip(self.biases, nabla_b)]
        return before, deltas, nabla_w, nabla_b, zs, activations


def trace(fault=None, seed=3, n=21, size=6, sizes=(3, 5, 2), eta=1.5, epochs=3, whole=False):
    rng = np.random.RandomState(seed)
    X = rng.rand(sizes[0], n)
    Y = np.eye(sizes[-1])[rng.randint(sizes[-1], size=n)].T
    net = Network(list(sizes), rng)
    layers = [{"units": u, "activation": "sigmoid"} for u in sizes[1:]]
    kept = {"X": X, "Y": Y}
    kept["experiment"] = json.dumps(
        {
            "layers": layers,
            "loss": "quadratic",
            "optimizer": {"kind": "gradient-descent", "learning_rate": eta},
            "batches": {"size": size},
        }
    )
    costs, at = [], 0
    order = np.arange(n)
    for epoch in range(epochs):
        rng.shuffle(order)
        for k in range(0, n, size):
            batch = order[k : k + size].copy()
            pairs = [(X[:, j : j + 1], Y[:, j : j + 1]) for j in batch]
            if whole:
                out = X
                for b, w in zip(net.biases, net.weights):
                    out = sigmoid(w @ out + b)
                costs.append(0.5 * np.sum((out - Y) ** 2) / n)
            before, deltas, nw, nb, zs, acts = net.update_mini_batch(pairs, eta, fault)
            if not whole:
                half = 1.0 if fault == "cost-doubled" else 0.5
                costs.append(half * sum(np.linalg.norm(a - y[:, 0]) ** 2 for a, y in zip(acts[-1].T, [p[1] for p in pairs])) / len(pairs))
            kept[f"batch@{at}"] = batch
            if at in (0, 1, 3, 4):
                for l in range(1, len(sizes)):
                    kept[f"W{l}@{at}"], kept[f"b{l}@{at}"] = before[0][l - 1], before[1][l - 1]
                    kept[f"dW{l}@{at}"], kept[f"db{l}@{at}"] = nw[l - 1], nb[l - 1]
                    kept[f"Z{l}@{at}"], kept[f"A{l}@{at}"] = zs[l - 1], acts[l]
                    kept[f"dZ{l}@{at}"] = deltas[l - 1]
            at += 1
    kept["cost_iterations"] = np.arange(at)
    kept["costs"] = np.array(costs)
    return kept
