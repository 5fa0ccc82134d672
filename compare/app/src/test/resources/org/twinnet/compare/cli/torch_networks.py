"""Small trainings with PyTorch, right ones and wrong ones, each recorded by hooks: python3 torch_networks.py FOLDER

Each writes NAME.npz; the part of a name behind "--" is the mistake that was put into the loop.
"""

import os
import sys

import torch
import torch.nn.functional as F
from torch import nn
from twinnet_trace import record_torch

X = torch.randn(24, 3, dtype=torch.float64, generator=torch.Generator().manual_seed(5))
BINARY = (X[:, :1] * X[:, 1:2] > 0).double()
CLASSES = X[:, :3].argmax(1)
NUMBERS = torch.stack([X[:, 0].sin(), X[:, 1] * X[:, 2]], 1)


class Functional(nn.Module):
    """Activations as functions."""

    def __init__(self, function, outputs):
        super().__init__()
        self.first, self.second, self.third = nn.Linear(3, 5), nn.Linear(5, 4), nn.Linear(4, outputs)
        self.function = function

    def forward(self, x):
        return self.third(self.function(self.second(self.function(self.first(x)))))


def sequence(*modules):
    return nn.Sequential(*modules)


def train(model, loss, Y, optimizer, size=None, steps=12, experiment=None, mistake=None):
    optimizer = optimizer(model)
    t = record_torch(model, optimizer, loss, X, Y, iterations=(0, 1, 2, 11), experiment=experiment)
    for i in range(steps):
        model.train(mistake != "dropout-layer-skipped")
        batch = torch.randperm(len(X))[:size] if size else torch.arange(len(X))
        if mistake != "gradients-accumulated":
            optimizer.zero_grad()
        loss(model(X[batch]), Y[batch]).backward()
        if experiment and "clip" in experiment:
            nn.utils.clip_grad_value_(model.parameters(), experiment["clip"]["limit"])
        optimizer.step()
        model.eval()
        with torch.no_grad():
            loss(model(X), Y)
    return t


def sgd(lr=0.1, **settings):
    return lambda model: torch.optim.SGD(model.parameters(), lr=lr, **settings)


def adam(**settings):
    return lambda model: torch.optim.Adam(model.parameters(), lr=0.02, **settings)


def weights_alone(kind, C, **settings):
    return lambda model: kind(
        [
            {"params": [p for name, p in model.named_parameters() if p.ndim == 2], "weight_decay": C},
            {"params": [p for name, p in model.named_parameters() if p.ndim == 1], "weight_decay": 0},
        ],
        lr=0.02,
        **settings,
    )


def linears(activation, outputs, *behind):
    return sequence(nn.Linear(3, 6), activation, nn.Linear(6, outputs), *behind)


RUNS = {
    "functions-relu": lambda: train(Functional(F.relu, 1), nn.BCEWithLogitsLoss(), BINARY, sgd()),
    "functions-tanh": lambda: train(Functional(torch.tanh, 3), nn.CrossEntropyLoss(), CLASSES, sgd(momentum=0.9)),
    "functions-gelu": lambda: train(Functional(F.gelu, 2), nn.MSELoss(), NUMBERS, adam()),
    "sigmoid": lambda: train(linears(nn.Sigmoid(), 1, nn.Sigmoid()), nn.BCELoss(), BINARY, sgd()),
    "relu-in-place": lambda: train(linears(nn.ReLU(inplace=True), 1), nn.BCEWithLogitsLoss(), BINARY, sgd()),
    "leaky-nesterov": lambda: train(
        linears(nn.LeakyReLU(0.1), 3), nn.CrossEntropyLoss(), CLASSES, sgd(momentum=0.9, nesterov=True), 6
    ),
    "log-softmax": lambda: train(linears(nn.ELU(), 3, nn.LogSoftmax(1)), nn.NLLLoss(), CLASSES, sgd(), 8),
    "decay": lambda: train(linears(nn.Tanh(), 3), nn.CrossEntropyLoss(), CLASSES, sgd(weight_decay=0.02), 8),
    "decay-of-weights": lambda: train(
        linears(nn.Tanh(), 3), nn.CrossEntropyLoss(), CLASSES, weights_alone(torch.optim.SGD, 0.03), 8
    ),
    "adamw": lambda: train(linears(nn.SiLU(), 2), nn.MSELoss(), NUMBERS, weights_alone(torch.optim.AdamW, 0.1), 8),
    "amsgrad": lambda: train(linears(nn.Softplus(), 2), nn.MSELoss(), NUMBERS, adam(amsgrad=True), 8),
    "rmsprop": lambda: train(
        linears(nn.Softsign(), 1),
        nn.BCEWithLogitsLoss(),
        BINARY,
        lambda model: torch.optim.RMSprop(model.parameters(), lr=0.01),
        8,
    ),
    "adagrad": lambda: train(
        linears(nn.ReLU(), 1),
        nn.BCEWithLogitsLoss(),
        BINARY,
        lambda model: torch.optim.Adagrad(model.parameters(), lr=0.05),
        8,
    ),
    "batch-norm": lambda: train(
        sequence(nn.Linear(3, 6, bias=False), nn.BatchNorm1d(6), nn.ReLU(), nn.Dropout(0.25), nn.Linear(6, 3)),
        nn.CrossEntropyLoss(),
        CLASSES,
        sgd(),
        8,
    ),
    "dropout-everywhere": lambda: train(
        sequence(nn.Dropout(0.2), nn.Linear(3, 9), nn.Tanh(), nn.Dropout(0.5), nn.Linear(9, 3)),
        nn.CrossEntropyLoss(),
        CLASSES,
        sgd(),
    ),
    "clipped": lambda: train(
        linears(nn.ReLU(), 3),
        nn.CrossEntropyLoss(),
        CLASSES,
        sgd(),
        experiment={"clip": {"kind": "value", "limit": 0.05}},
    ),
    "loss--softmax-applied-twice": lambda: train(
        linears(nn.ReLU(), 3, nn.Softmax(1)), nn.CrossEntropyLoss(), CLASSES, sgd(1.0)
    ),
    "loss--sigmoid-applied-twice": lambda: train(
        linears(nn.ReLU(), 1, nn.Sigmoid()), nn.BCEWithLogitsLoss(), BINARY, sgd(1.0)
    ),
    "decay--sigmoid-applied-twice": lambda: train(
        linears(nn.ReLU(), 1, nn.Sigmoid()), nn.BCEWithLogitsLoss(), BINARY, sgd(1.0, weight_decay=0.02)
    ),
    "decay-batches--sigmoid-applied-twice": lambda: train(
        linears(nn.ReLU(), 1, nn.Sigmoid()), nn.BCEWithLogitsLoss(), BINARY, sgd(1.0, weight_decay=0.02), 6
    ),
    "loop--gradients-accumulated": lambda: train(
        linears(nn.ReLU(), 1), nn.BCEWithLogitsLoss(), BINARY, sgd(), mistake="gradients-accumulated"
    ),
    "mode--dropout-layer-skipped": lambda: train(
        sequence(nn.Linear(3, 9), nn.ReLU(), nn.Dropout(0.5), nn.Linear(9, 1)),
        nn.BCEWithLogitsLoss(),
        BINARY,
        sgd(),
        mistake="dropout-layer-skipped",
    ),
}

if __name__ == "__main__":
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    for name, run in RUNS.items():
        torch.manual_seed(7)
        run().save(os.path.join(sys.argv[1], name + ".npz"))
