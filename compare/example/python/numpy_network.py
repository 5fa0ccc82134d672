import numpy as np
from twinnet_trace import Trace  # Twinnet

random = np.random.RandomState(1)
X = random.randn(2, 200)
Y = (X[0] * X[1] > 0).reshape(1, -1).astype(int)
m, alpha, lambd = X.shape[1], 0.3, 0.7
p = {"W1": random.randn(8, 2), "b1": np.zeros((8, 1)), "W2": random.randn(1, 8) / 3, "b2": np.zeros((1, 1))}


def forward(p):
    Z1 = p["W1"] @ X + p["b1"]
    A1 = np.maximum(0, Z1)
    Z2 = p["W2"] @ A1 + p["b2"]
    A2 = 1 / (1 + np.exp(-Z2))
    squares = np.sum(p["W1"] ** 2) + np.sum(p["W2"] ** 2)
    cost = -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) + lambd / (2 * m) * squares
    return cost, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def backward(p, cache):
    dZ2 = cache["A2"] - Y
    dZ1 = p["W2"].T @ dZ2 * (cache["Z1"] > 0)
    grads = {"dZ2": dZ2, "dW2": dZ2 @ cache["A1"].T / m + lambd / m * p["W2"], "db2": dZ2.mean(1, keepdims=True)}
    grads.update({"dZ1": dZ1, "dW1": dZ1 @ X.T / m + lambd / m * p["W1"], "db1": dZ1.mean(1, keepdims=True)})
    return grads


t = Trace(X, Y, learning_rate=alpha, lambd=lambd, iterations=(0, 1, 999))  # Twinnet
for i in range(1000):
    cost, cache = forward(p)
    grads = backward(p, cache)
    t.record(i, p, cache, grads, cost=cost)  # Twinnet
    p = {name: value - alpha * grads["d" + name] for name, value in p.items()}
t.save("mine.npz", overwrite=True)  # Twinnet
