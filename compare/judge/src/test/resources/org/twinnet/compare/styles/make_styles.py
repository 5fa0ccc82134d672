"""Writes the traces of this folder: python3 make_styles.py

Six networks in the styles of public teaching code, each written from what its style is published as and from nothing of
Twinnet, and each once more with one of five faults. The last part of a name is the fault.
"""
import os

import numpy as np

import adam_class
import course_layers
import cs231n_net
import modules_in_rows
import momentum_regression
import nielsen_net

STYLES = [course_layers, cs231n_net, nielsen_net, adam_class, modules_in_rows, momentum_regression]

if __name__ == "__main__":
    folder = os.path.dirname(os.path.abspath(__file__))
    for style in STYLES:
        for fault, mistake in [(None, "right"), *style.FAULTS.items()]:
            name = f"{style.__name__}-{mistake}.npz"
            np.savez_compressed(os.path.join(folder, name), **style.trace(fault))
