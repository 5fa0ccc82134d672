"""Trains the experiments of a folder with PyTorch's own layers, losses and optimizers, in float64.

Usage: python3 peers.py FOLDER

For each NAME.json, an experiment file with all of its settings, the folder holds NAME.x.csv (features, one row an
example) and NAME.y.csv (targets, one row an example). Written for each: NAME.costs.csv with iteration, cost and spread,
and NAME.outputs.csv with the outputs after training, without dropout. The spread is the largest change of the cost when
the first weights move by one unit in the last place and the examples of each batch are added in another order, over
three runs.

Weights, masks and batches are drawn by NumPy as the format of experiment files says; the rest is PyTorch's.
"""

import json
import pathlib
import sys

import numpy
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


class Network(nn.Module):
    """Linear, BatchNorm1d and activation for each layer, and masks that NumPy drew."""

    def __init__(self, experiment, inputs):
        super().__init__()
        self.layers = experiment["layers"]
        units = [inputs] + [layer["units"] for layer in self.layers]
        self.linear = nn.ModuleList(nn.Linear(i, o) for i, o in zip(units, units[1:]))
        self.normalization = nn.ModuleList(norm(layer) for layer in self.layers)
        self.activation = [activation(layer["activation"]) for layer in self.layers[:-1]]
        self.keep = [experiment["input_keep_prob"]] + [layer["keep_prob"] for layer in self.layers]

    def logits(self, x, masks):
        for l, linear in enumerate(self.linear):
            if masks[l] is not None:
                x = x * masks[l] / self.keep[l]
            x = self.normalization[l](linear(x))
            if l < len(self.activation):
                x = self.activation[l](x)
        return x


def setting(choice, key):
    return choice.get(key) if isinstance(choice, dict) else None


def kind(choice):
    return choice["kind"] if isinstance(choice, dict) else choice


def norm(layer):
    choice = layer.get("batch_norm", "none")
    if choice == "none":
        return nn.Identity()
    return nn.BatchNorm1d(layer["units"], eps=choice["epsilon"], momentum=1 - choice["decay"])


def activation(choice):
    return {
        "relu": nn.ReLU,
        "leaky-relu": lambda: nn.LeakyReLU(setting(choice, "slope")),
        "elu": nn.ELU,
        "tanh": nn.Tanh,
        "sigmoid": nn.Sigmoid,
        # ln(1 + eᶻ) is z to the last bit from 40 on, and overflows from 710 on.
        "softplus": lambda: nn.Softplus(threshold=40),
        "gelu": nn.GELU,
        "swish": nn.SiLU,
        "softsign": nn.Softsign,
        "identity": nn.Identity,
    }[kind(choice)]()


def initialize(network, experiment, nudge):
    choice = experiment["initialization"]
    random = numpy.random.RandomState(choice["seed"])
    with torch.no_grad():
        for linear in network.linear:
            units, inputs = linear.weight.shape
            w = random.randn(units, inputs)
            if kind(choice) == "he":
                w = w * numpy.sqrt(2 / inputs)
            elif kind(choice) == "xavier":
                w = w * numpy.sqrt(2 / (inputs + units))
            else:
                w = w / numpy.sqrt(inputs)
            if nudge is not None:
                w = numpy.nextafter(w, numpy.where(nudge.rand(units, inputs) < 0.5, -numpy.inf, numpy.inf))
            linear.weight.copy_(torch.from_numpy(w))
            linear.bias.zero_()


def data_loss(experiment, z, y):
    output = kind(experiment["layers"][-1]["activation"])
    name = kind(experiment["loss"])
    if name == "binary-cross-entropy":
        return nn.functional.binary_cross_entropy_with_logits(z, y, reduction="sum") / len(y)
    if name == "softmax-cross-entropy":
        return nn.functional.cross_entropy(z, y)
    a = torch.softmax(z, 1) if output == "softmax" else activation(experiment["layers"][-1]["activation"])(z)
    if name == "mean-squared-error":
        return nn.functional.mse_loss(a, y)
    return nn.functional.mse_loss(a, y, reduction="sum") / (2 * len(y))


def penalty(experiment, network, m, batch):
    p = experiment["penalty"]
    over = batch if p["over"] == "batch" else m
    total = torch.zeros(())
    for linear in network.linear:
        for v in [linear.weight] + ([linear.bias] if p["biases"] else []):
            square, absolute = (v**2).sum(), v.abs().sum()
            total = total + (p["l2"] / (2 * over) + p["l2_coefficient"] / 2) * square
            total = total + (p["l1"] / over + p["l1_coefficient"]) * absolute
    return total


def optimizer(experiment, network):
    o = experiment["optimizer"]
    decay = experiment.get("weight_decay", 0)
    weights = [linear.weight for linear in network.linear]
    others = [p for p in network.parameters() if not any(p is w for w in weights)]
    groups = [{"params": weights}, {"params": others}]
    rate = o["learning_rate"]
    name = o["kind"]
    if name == "adamw":
        groups[0]["weight_decay"], groups[1]["weight_decay"] = decay, 0
        return torch.optim.AdamW(groups, rate, betas=(o["beta1"], o["beta2"]), eps=o["epsilon"])
    if name in ("adam", "amsgrad"):
        return torch.optim.Adam(
            groups, rate, betas=(o["beta1"], o["beta2"]), eps=o["epsilon"], amsgrad=name == "amsgrad"
        )
    if name == "rmsprop":
        return torch.optim.RMSprop(groups, rate, alpha=o["decay"], eps=o["epsilon"])
    if name == "adagrad":
        return torch.optim.Adagrad(groups, rate, eps=o["epsilon"])
    average = o.get("average", False)
    made = torch.optim.SGD(
        groups,
        rate,
        momentum=o.get("momentum", 0),
        nesterov=name == "nesterov",
        dampening=o["momentum"] if average else 0,
    )
    if average:
        # PyTorch begins with the first gradient itself; the format's velocity begins at 0.
        for group in made.param_groups:
            for p in group["params"]:
                made.state[p]["momentum_buffer"] = torch.zeros_like(p)
    return made


def rate(experiment, t):
    s = experiment.get("schedule", "constant")
    start = experiment["optimizer"]["learning_rate"]
    if kind(s) == "step":
        return start * s["factor"] ** ((t - 1) // s["every"])
    if kind(s) == "exponential":
        return start * s["factor"] ** (t - 1)
    if kind(s) == "inverse":
        return start / (1 + s["rate"] * (t - 1)) ** s["power"]
    return start


def clip(experiment, network):
    c = experiment.get("clip", "none")
    if kind(c) == "value":
        nn.utils.clip_grad_value_(network.parameters(), c["limit"])
    if kind(c) == "norm-per-layer":
        for linear, normalization in zip(network.linear, network.normalization):
            scale([linear.weight, linear.bias, *normalization.parameters()], c["limit"])
    if kind(c) == "norm":
        scale(list(network.parameters()), c["limit"])


def scale(parameters, limit):
    size = torch.sqrt(sum((p.grad**2).sum() for p in parameters))
    if size > limit:
        for p in parameters:
            p.grad.mul_(limit / size)


def order(experiment, m, iteration):
    batches = experiment.get("batches", "full")
    if batches == "full":
        return numpy.arange(m)
    size = batches["size"]
    each = -(-m // size)
    epoch, at = divmod(iteration, each)
    return numpy.random.RandomState(batches["seed"] + epoch).permutation(m)[at * size : (at + 1) * size]


def train(experiment, x, y, nudge):
    m = len(x)
    network = Network(experiment, x.shape[1])
    initialize(network, experiment, nudge)
    made = optimizer(experiment, network)
    after_penalty = setting(experiment.get("clip", "none"), "after_penalty") or False
    decoupled = experiment.get("weight_decay", 0) if experiment["optimizer"]["kind"] != "adamw" else 0
    masks = experiment["masks"]
    fresh = numpy.random.RandomState(masks["seed"])
    classes = kind(experiment["loss"]) == "softmax-cross-entropy"
    costs = []
    for iteration in range(experiment["iterations"]):
        t = iteration + 1
        chosen = order(experiment, m, iteration)
        random = fresh if masks["kind"] == "fresh" else numpy.random.RandomState(masks["seed"])
        drawn = []
        for keep, width in zip(network.keep, [x.shape[1]] + [layer["units"] for layer in network.layers[:-1]]):
            drawn.append(None if keep == 1 else (random.rand(width, len(chosen)) < keep).T * 1.0)
        if nudge is not None:
            # What sums of the examples decide by their rounding alone shows when they are added in another order.
            other = nudge.permutation(len(chosen))
            chosen, drawn = chosen[other], [mask if mask is None else mask[other] for mask in drawn]
        drawn = [mask if mask is None else torch.from_numpy(mask) for mask in drawn]
        target = torch.from_numpy(y[chosen])
        z = network.logits(torch.from_numpy(x[chosen]), drawn)
        loss = data_loss(experiment, z, target.argmax(1) if classes else target)
        added = penalty(experiment, network, m, len(chosen))
        costs.append(float(loss + added))
        made.zero_grad()
        loss.backward()
        if not after_penalty:
            clip(experiment, network)
        if added.requires_grad:
            added.backward()
        if after_penalty:
            clip(experiment, network)
        for group in made.param_groups:
            group["lr"] = rate(experiment, t)
        if decoupled:
            with torch.no_grad():
                for linear in network.linear:
                    linear.weight.mul_(1 - rate(experiment, t) * decoupled)
        made.step()
    network.eval()
    with torch.no_grad():
        z = network.logits(torch.from_numpy(x), [None] * len(network.linear))
        last = kind(network.layers[-1]["activation"])
        outputs = torch.softmax(z, 1) if last == "softmax" else activation(network.layers[-1]["activation"])(z)
    return numpy.array(costs), outputs.numpy()


def main(folder):
    for file in sorted(pathlib.Path(folder).glob("*.json")):
        experiment = json.loads(file.read_text())
        x = numpy.loadtxt(file.with_suffix(".x.csv"), delimiter=",", ndmin=2)
        y = numpy.loadtxt(file.with_suffix(".y.csv"), delimiter=",", ndmin=2)
        costs, outputs = train(experiment, x, y, None)
        spread, moved = numpy.zeros_like(costs), numpy.zeros_like(outputs)
        for seed in range(3):
            others, answers = train(experiment, x, y, numpy.random.RandomState(seed))
            spread = numpy.maximum(spread, abs(others - costs))
            moved = numpy.maximum(moved, abs(answers - outputs))
        table = numpy.stack([costs, spread], 1)
        numpy.savetxt(file.with_suffix(".costs.csv"), table, delimiter=",", fmt="%.17g")
        table = numpy.stack([outputs.ravel(), moved.ravel()], 1)
        numpy.savetxt(file.with_suffix(".outputs.csv"), table, delimiter=",", fmt="%.17g")
        print(file.stem, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
