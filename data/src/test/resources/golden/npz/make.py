"""Writes the golden .npz files of this folder. NumPy 2.4.6, Python 3.11.7; no random numbers, so no seed.

Element (i, j, ...) of each array is a function of its index that the test repeats: see NpzArchiveTest.
"""
import numpy as np

grid = np.fromfunction(lambda i, j: 10 * i + j + 0.25, (3, 4))
cube = np.fromfunction(lambda i, j, k: 100 * i + 10 * j + k, (2, 3, 4))
arrays = {
    "c": grid,
    "fortran": np.asfortranarray(grid),
    "big": grid.astype(">f8"),
    "bigfortran": np.asfortranarray(grid.astype(">f8")),
    "f4": grid.astype("<f4"),
    "f4big": grid.astype(">f4"),
    "cube": np.asfortranarray(cube),
    "scalar": np.array(0.7),
    "W1@0": np.arange(5.0),
    "empty": np.zeros((0, 3)),
    "bool": np.array([[True, False, True], [False, False, True]]),
    "special": np.array([np.nan, np.inf, -np.inf, -0.0, 5e-324, 1.7976931348623157e308]),
}
for code in ("i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"):
    info = np.iinfo(code)
    top = min(info.max, 2**53)
    bottom = max(info.min, -(2**53))
    for order in "<>":
        arrays[code + ("big" if order == ">" else "")] = np.array([bottom, 0, 1, top], dtype=order + code)

np.savez("stored.npz", **arrays)
np.savez_compressed("deflated.npz", **arrays)
np.savez("object.npz", X=np.array([{"a": 1}], dtype=object), Y=np.zeros(1))
np.savez("structured.npz", X=np.zeros(2, dtype=[("a", "<f8"), ("b", "<i4")]))
np.savez("text.npz", X=np.array(["a", "b"]))
np.savez("complex.npz", X=np.zeros((2, 2), dtype=complex))
np.savez("half.npz", X=np.zeros((2, 2), dtype="<f2"))
