"""A small framework in the way of PyTorch: modules with forward and backward, rows, W of (out, in), SGD with momentum
and weight_decay on everything, cross-entropy by log-softmax, shuffled batches."""
import json

import numpy as np

FAULTS = {
    "leaky-other-slope": "leaky-relu-slope-differs",
    "velocity-forgotten": "momentum-velocity-not-carried",
    "slope-of-relu": "leaky-relu-gradient-relu",
    "stale-weights": "backprop-uses-updated-weights",
    "twice-averaged": "gradient-averaged-twice",
}


class Linear:
    def __init__(self, n_in, n_out, rng):
        bound = 1 / np.sqrt(n_in)
        self.weight = rng.uniform(-bound, bound, (n_out, n_in))
        self.bias = rng.uniform(-bound, bound, n_out)

    def __call__(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, grad, again):
        self.weight_grad = grad.T @ self.x / again
        self.bias_grad = grad.sum(axis=0) / again
        return grad @ self.weight


class LeakyReLU:
    def __init__(self, slope, wrong):
        self.slope, self.wrong = slope, wrong

    def __call__(self, z):
        self.z = z
        return np.where(z > 0, z, (0.2 if self.wrong == "leaky-other-slope" else self.slope) * z)

    def backward(self, grad):
        slope = {"slope-of-relu": 0.0, "leaky-other-slope": 0.2}.get(self.wrong, self.slope)
        return grad * np.where(self.z > 0, 1.0, slope)


class SGD:
    def __init__(self, layers, lr, momentum, weight_decay, fault):
        self.layers, self.lr, self.momentum, self.decay, self.fault = layers, lr, momentum, weight_decay, fault
        self.buffers = [[np.zeros_like(l.weight), np.zeros_like(l.bias)] for l in layers]

    def step(self, only=None):
        for layer, buffers in zip(self.layers, self.buffers):
            if only is not None and layer is not only:
                continue
            for k, name in enumerate(("weight", "bias")):
                p = getattr(layer, name)
                g = getattr(layer, name + "_grad") + self.decay * p
                kept = 0 if self.fault == "velocity-forgotten" else self.momentum
                buffers[k] = kept * buffers[k] + g
                setattr(layer, name, p - self.lr * buffers[k])


def trace(fault=None, seed=4, n=18, size=6, features=3, hidden=5, classes=3, lr=0.1, momentum=0.9, decay=0.02, epochs=4, full=False):
    rng = np.random.RandomState(seed)
    x = rng.randn(n, features)
    y = rng.randint(classes, size=n)
    size = n if full else size
    first, act, second = Linear(features, hidden, rng), LeakyReLU(0.1, fault), Linear(hidden, classes, rng)
    sgd = SGD([first, second], lr, momentum, decay, fault)
    kept = {"X": x, "Y": y, "examples_as": "rows", "weights_as": "units-by-inputs"}
    experiment = {
        "layers": [
            {"units": hidden, "activation": {"kind": "leaky-relu", "slope": 0.1}},
            {"units": classes, "activation": "softmax"},
        ],
        "optimizer": {"kind": "momentum", "learning_rate": lr, "momentum": momentum},
    }
    if decay:
        experiment["penalty"] = {"l2_coefficient": decay, "biases": True}
    if not full:
        experiment["batches"] = {"size": size}
    kept["experiment"] = json.dumps(experiment)
    losses, it = [], 0
    for epoch in range(epochs):
        order = np.arange(n) if full else rng.permutation(n)
        for at in range(0, n, size):
            batch = order[at : at + size]
            z1 = first(x[batch])
            a1 = act(z1)
            z2 = second(a1)
            logs = z2 - z2.max(axis=1, keepdims=True)
            logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
            losses.append(-logs[np.arange(len(batch)), y[batch]].mean())
            grad = np.exp(logs)
            grad[np.arange(len(batch)), y[batch]] -= 1
            grad /= len(batch)
            again = len(batch) if fault == "twice-averaged" else 1
            before = second.weight, second.bias
            back = second.backward(grad, again)
            if fault == "stale-weights":
                sgd.step(second)
                back = grad @ second.weight
            grad1 = act.backward(back)
            first.backward(grad1, again)
            if not full:
                kept[f"batch@{it}"] = batch
            if it in (0, 1, 2, 6, 7):
                for l, (layer, z, held) in enumerate(((first, z1, (first.weight, first.bias)), (second, z2, before)), 1):
                    kept[f"W{l}@{it}"], kept[f"b{l}@{it}"] = held[0].copy(), held[1].copy()
                    kept[f"dW{l}@{it}"], kept[f"db{l}@{it}"] = layer.weight_grad, layer.bias_grad
                    kept[f"Z{l}@{it}"] = z
                kept[f"A1@{it}"], kept[f"A2@{it}"] = a1, np.exp(logs)
            sgd.step(first if fault == "stale-weights" else None)
            it += 1
    kept["cost_iterations"] = np.arange(it)
    kept["costs"] = np.array(losses)
    return kept
