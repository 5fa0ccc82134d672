"""Trains the network with NumPy, vectorised as a notebook would write it, and prints the time of an iteration.

X is (features, m), one example a column. Masks are drawn once and the cost is computed now and then, as the Java loop does.
"""
import statistics
import sys
import time

import numpy as np

(data, layer_sizes, learning_rate, lambd, keep_prob, weight_seed, mask_seed,
 warm_up_seconds, timed_seconds, batch_seconds, least_batches, cost_every) = sys.argv[1:]
n = [int(units) for units in layer_sizes.split(",")]
L = len(n) - 1
learning_rate, lambd, keep_prob = float(learning_rate), float(lambd), float(keep_prob)
warm_up_seconds, timed_seconds, batch_seconds = float(warm_up_seconds), float(timed_seconds), float(batch_seconds)
least_batches, cost_every = int(least_batches), int(cost_every)

examples = np.loadtxt(data, delimiter=",", skiprows=1, ndmin=2)
X = np.ascontiguousarray(examples[:, :-1].T)
Y = np.ascontiguousarray(examples[:, -1:].T)
m = X.shape[1]

np.random.seed(int(weight_seed))
W = [None] + [np.random.randn(n[l], n[l - 1]) / np.sqrt(n[l - 1]) for l in range(1, L + 1)]
b = [None] + [np.zeros((n[l], 1)) for l in range(1, L + 1)]

np.random.seed(int(mask_seed))
# As numbers, because NumPy would convert truth values to numbers in every product.
D = [None] + [(np.random.rand(n[l], m) < keep_prob).astype(float) for l in range(1, L)] if keep_prob < 1 else None


def forward():
    A = [X]
    for l in range(1, L):
        Al = np.maximum(0, W[l] @ A[l - 1] + b[l])
        if D:
            Al *= D[l]
            Al /= keep_prob
        A.append(Al)
    A.append(1 / (1 + np.exp(-(W[L] @ A[L - 1] + b[L]))))
    return A


def cost(A):
    # A saturated output is 0 * log(0), which nansum drops.
    with np.errstate(divide="ignore", invalid="ignore"):
        cross_entropy = np.nansum(-np.log(A[L]) * Y - np.log(1 - A[L]) * (1 - Y)) / m
    return cross_entropy + lambd / (2 * m) * sum(np.sum(np.square(W[l])) for l in range(1, L + 1))


def backward(A):
    dW, db = [None] * (L + 1), [None] * (L + 1)
    dZ = A[L] - Y
    for l in range(L, 0, -1):
        dW[l] = dZ @ A[l - 1].T / m
        if lambd:
            dW[l] += lambd / m * W[l]
        db[l] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = W[l].T @ dZ
            if D:
                dA *= D[l - 1]
                dA /= keep_prob
            dZ = dA * (A[l - 1] > 0)
    return dW, db


iteration = 0
costs = {}


def run(iterations):
    global iteration
    for _ in range(iterations):
        A = forward()
        if iteration % cost_every == 0:
            value = cost(A)
            if iteration <= cost_every:
                costs[iteration] = value
        dW, db = backward(A)
        for l in range(1, L + 1):
            W[l] -= learning_rate * dW[l]
            b[l] -= learning_rate * db[l]
        iteration += 1


def timed(iterations):
    start = time.perf_counter()
    run(iterations)
    return time.perf_counter() - start


batch = 1
end = time.perf_counter() + warm_up_seconds
while True:
    if timed(batch) < batch_seconds:
        batch *= 2
    if time.perf_counter() >= end:
        break

microseconds = []
end = time.perf_counter() + timed_seconds
while len(microseconds) < least_batches or time.perf_counter() < end:
    microseconds.append(timed(batch) * 1e6 / batch)

print("microseconds", repr(float(statistics.median(microseconds))))
print("first-cost", repr(float(costs[0])))
print("second-cost", repr(float(costs.get(cost_every, float("nan")))))
