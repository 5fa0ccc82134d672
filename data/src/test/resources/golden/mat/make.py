"""Writes the golden .mat files of this folder. SciPy 1.17.1, NumPy 2.4.6, Python 3.11.7; no random numbers, so no seed.

X[i, j] = (i + 1) / (j + 3) - 0.5, y[i] = i % 2; Xval and yval likewise with fewer rows: see MatSourceTest.
"""
import numpy as np
import scipy.io
import scipy.sparse


def x(rows):
    return np.fromfunction(lambda i, j: (i + 1) / (j + 3) - 0.5, (rows, 2))


def y(rows, dtype):
    return (np.arange(rows) % 2).astype(dtype).reshape(-1, 1)


def save(name, compress, dtype):
    data = {"X": x(7), "y": y(7, dtype), "Xval": x(5), "yval": y(5, dtype)}
    scipy.io.savemat(name, data, do_compression=compress)


save("compressed.mat", True, np.uint8)
save("plain.mat", False, np.float64)
save("bool.mat", True, bool)
save("int64.mat", True, np.int64)
scipy.io.savemat("complex.mat", {"X": x(7) + 1j, "y": y(7, float)}, do_compression=True)
scipy.io.savemat("struct.mat", {"X": {"a": 1.0}, "y": y(7, float)}, do_compression=True)
scipy.io.savemat("text.mat", {"X": "text", "y": y(7, float)}, do_compression=True)
cell = np.empty((1, 2), dtype=object)
cell[0, 0], cell[0, 1] = 1.0, 2.0
scipy.io.savemat("cell.mat", {"X": cell, "y": y(7, float)}, do_compression=True)
scipy.io.savemat("sparse.mat", {"X": scipy.sparse.csc_matrix(np.eye(3)), "y": np.zeros((3, 1))}, do_compression=True)
