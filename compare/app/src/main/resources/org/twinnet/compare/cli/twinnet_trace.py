"""Lets a network in NumPy or PyTorch write a trace, which 'twinnet check' recomputes and judges.

    from twinnet_trace import Trace
    t = Trace(X, Y, learning_rate=0.3, lambd=0.7)
    for i in range(iterations):
        ...                                              # forward and backward
        t.record(i, parameters, cache, grads, cost=cost) # before the update
        ...                                              # update
    t.save("mine.npz")

One file that needs NumPy (1.17 or later) and Python (3.8 or later) alone; record_torch needs PyTorch.
Letters: W, b parameters; Z = W A + b; A activation; D dropout mask; dW, db, dZ, dA gradients; all with
the number of their layer, from 1. The format: compare/docs/trace-format.md of Twinnet.
"""

import difflib
import json
import os
import re
import types
import warnings

import numpy as np

_STATES = ("v", "s", "h")  # velocity or first moment, second moment, largest second moment
_WEIGHTS = ("W", "dW") + tuple(s + "W" for s in _STATES)
_PER_EXAMPLE = ("Z", "N", "A", "D", "dZ", "dA")
_PER_UNIT = ("b", "db", "gamma", "beta", "dgamma", "dbeta", "mu", "var", "running_mean", "running_var") + tuple(
    s + p for s in _STATES for p in ("b", "gamma", "beta")
)
_QUANTITIES = _WEIGHTS + _PER_EXAMPLE + _PER_UNIT
_NAME = re.compile("(" + "|".join(sorted(_QUANTITIES, key=len, reverse=True)) + ")([0-9]{0,3})")
_SETTINGS = ("learning_rate", "lambd", "keep_prob")
_MEANT = {"lr": "learning_rate", "alpha": "learning_rate", "eta": "learning_rate", "keep_probs": "keep_prob"}
_MEANT.update({"lambda_": "lambd", "lam": "lambd", "reg": "lambd", "l2": "lambd"})


class TraceError(ValueError):
    """What was given can't be part of a trace; the message says why, and what to do."""


class Trace:
    """What a network writes about its own training.

    Args:
        X (array): the examples; floats, one example a column, or a row with examples_as="rows".
        Y (array): their labels or targets, likewise; a list of m numbers will do.
        experiment (dict): what is trained, in the words of an experiment file: layers, loss, penalty,
            optimizer, batches. What it leaves out has its default: ReLU, sigmoid, gradient descent.
        examples_as (str): "columns" or "rows": how X, Y, Z, A, D, dZ and dA lie.
        weights_as (str): "units-by-inputs" or "inputs-by-units"; needed where shapes leave it open.
        names (dict): your own names, {"weights_1": "W1"} or for all layers {"weights_{}": "W{}"};
            None in place of a name leaves the entry out.
        iterations (collection of int): those to keep; record() of all others keeps the cost alone.
        learning_rate, lambd, keep_prob (float): the plain settings, where there is no experiment.
    """

    def __init__(
        self, X, Y, experiment=None, examples_as="columns", weights_as=None, names=None, iterations=None, **settings
    ):
        _one_of("examples_as", examples_as, ("columns", "rows"))
        if weights_as is not None:
            _one_of("weights_as", weights_as, ("units-by-inputs", "inputs-by-units"))
        self._rows = examples_as == "rows"
        self._entries = {"X": self._examples("X", X), "Y": self._examples("Y", Y)}
        self._m, self._features = self._entries["X"].shape[:: 1 if self._rows else -1]
        self._same_count()
        if experiment is not None:
            self._entries["experiment"] = _json(experiment)
        if self._rows:
            self._entries["examples_as"] = np.array("rows")
        if weights_as is not None:
            self._entries["weights_as"] = np.array(weights_as)
        for name, value in settings.items():
            if name not in _SETTINGS:
                meant = _MEANT.get(name, "one of " + ", ".join(_SETTINGS) + ", or an experiment")
                raise TraceError(f"{name} is no setting of a trace; write {meant}")
            self._entries[name] = np.asarray(value, dtype=np.float64)
        self._names = dict(names or {})
        self._wanted = None if iterations is None else set(iterations)
        self._tensors, self._costs, self._batches = {}, {}, {}

    def record(self, iteration, /, *dictionaries, cost=None, batch=None, **arrays):
        """Copies what one iteration computed. Call it before the update, or give it what was there before.

        Args:
            iteration (int): its number, from 0.
            dictionaries (dict): arrays under their names, such as parameters, cache and grads.
            cost (float): the cost that was computed.
            batch (array of int): the examples that the iteration used, from 0, in order; None for all.
            arrays: W1=..., or W=[W1, W2, ...] for all layers; v={"W1": ...} and s, h of an optimizer.

        Raises:
            TraceError: a name is unknown or was recorded before, or a shape or type can't be right.
        """
        i = _iteration(iteration)
        self._batch(i, batch)
        if cost is not None:
            self.cost(i, cost)
        if self._wanted is not None and i not in self._wanted:
            return
        found = {}
        for given in dictionaries + (arrays,):
            if not isinstance(given, dict):
                raise TraceError(f"record() takes dictionaries and W1=..., not {type(given).__name__}")
            for name, value in given.items():
                for entry, array in self._named(name, value):
                    if entry in found and not np.array_equal(found[entry], np.asarray(_plain(array))):
                        raise TraceError(f"{entry} is given twice, with different numbers")
                    found[entry] = self._checked(entry, i, array)
        self._fit(i, found)
        for entry, array in found.items():
            if f"{entry}@{i}" in self._tensors:
                raise TraceError(f"{entry} of iteration {i} was recorded before; record each iteration once")
        self._tensors.update({f"{entry}@{i}": array for entry, array in found.items()})

    def cost(self, iteration, value, batch=None):
        """Keeps the cost that an iteration computed, before its update.

        Args:
            iteration (int): its number, from 0.
            value (float): the cost; NaN and infinity are kept as they are.
            batch (array of int): the examples that the iteration used; None for all.
        """
        i = _iteration(iteration)
        self._batch(i, batch)
        number = np.asarray(_plain(value))
        if number.size != 1 or number.dtype.kind not in "fiu":
            raise TraceError(f"the cost of iteration {i} is {_described(number)}; it must be one number")
        if i in self._costs:
            raise TraceError(f"the cost of iteration {i} is given twice")
        self._costs[i] = float(number.reshape(()))

    def predictions(self, values):
        """Keeps what the network answers for X after training, without dropout; record W and b once more with it.

        Args:
            values (array): outputs as Y lies, or one number an example; labels of 0 and 1 will do.
        """
        array = np.array(_plain(values))
        if not _is_numbers(array) or array.ndim not in (1, 2):
            raise TraceError(f"predictions is {_described(array)}; it must be one number an output and example")
        array = array if array.dtype.kind == "f" else array.astype(np.float64)
        count = array.shape[0] if array.ndim == 1 or self._rows else array.shape[1]
        if count != self._m:
            raise TraceError(f"predictions has {count} examples, but X has {self._m}; answer for each example of X")
        self._entries["predictions"] = array

    def save(self, file, overwrite=False):
        """Writes the trace.

        Args:
            file (str): such as "mine.npz"; nothing is left of it where writing fails.
            overwrite (bool): whether to replace a file that is there.

        Returns:
            str: the file.

        Raises:
            TraceError: nothing was recorded, parameters of a layer are missing, or the file is there.
        """
        file = os.fspath(file)
        file = file if file.endswith(".npz") else file + ".npz"
        if os.path.exists(file) and not overwrite:
            raise TraceError(f"{file} is there; choose another name, or save(..., overwrite=True)")
        self._complete()
        entries = dict(self._entries, **self._tensors)
        entries.update({f"batch@{i}": batch for i, batch in self._batches.items()})
        if self._costs:
            iterations = sorted(self._costs)
            entries["cost_iterations"] = np.array(iterations, dtype=np.int64)
            entries["costs"] = self._precise([self._costs[i] for i in iterations])
        part = file + ".part"
        try:
            with open(part, "wb") as stream:
                np.savez_compressed(stream, **entries)
            os.replace(part, file)
        finally:
            if os.path.exists(part):
                os.remove(part)
        return file

    def _examples(self, name, value):
        array = np.array(_plain(value))
        if not _is_numbers(array):
            raise TraceError(f"{name} is {_described(array)}; it must be numbers")
        if name == "Y" and array.ndim == 1:
            return array
        if array.ndim != 2:
            raise TraceError(f"{name} is {_described(array)}; it must be a matrix with one example a {self._line()}")
        if name == "Y":
            return array
        if array.dtype.kind != "f":
            array = array.astype(np.float64)
        if not np.isfinite(array).all():
            where = tuple(int(k) for k in np.argwhere(~np.isfinite(array))[0])
            raise TraceError(f"X{list(where)} is {array[where]}; it must be a finite number")
        return array

    def _line(self):
        return "row" if self._rows else "column"

    def _same_count(self):
        Y = self._entries["Y"]
        count = Y.shape[0] if Y.ndim == 1 or self._rows else Y.shape[1]
        if count != self._m:
            other = "columns" if self._rows else "rows"
            turned = Y.ndim == 2 and Y.shape[1 if self._rows else 0] == self._features
            hint = f'; if examples are {other}, write examples_as="{other}"' if turned else ""
            raise TraceError(f"X has {self._m} examples, one a {self._line()}, but Y has {count}{hint}")

    def _batch(self, i, batch):
        if batch is None:
            return
        indices = np.array(_plain(batch))
        if indices.ndim != 1 or indices.dtype.kind not in "iu" or indices.size == 0:
            raise TraceError(f"the batch of iteration {i} is {_described(indices)}; it must be indices of examples")
        if indices.min() < 0 or indices.max() >= self._m:
            raise TraceError(f"the batch of iteration {i} must hold indices from 0 to {self._m - 1}")
        if i in self._batches and not np.array_equal(self._batches[i], indices):
            raise TraceError(f"iteration {i} has two batches")
        self._batches[i] = indices

    def _named(self, name, value):
        """The entries that a name stands for: its own, those of a list, or those of an optimizer's state."""
        if name in _STATES and isinstance(value, dict):
            states = [(name + re.sub("^d(?=W|b|gamma|beta)", "", key), array) for key, array in value.items()]
            return [pair for key, array in states for pair in self._named(key, array)]
        meant = self._own(name)
        if meant is None:
            return []
        match = _NAME.fullmatch(meant)
        if not match:
            raise TraceError(self._unknown(name, meant))
        quantity, layer = match.groups()
        if isinstance(value, (list, tuple)) and value and np.ndim(_plain(value[0])) > 0:
            first = int(layer or 1)
            return [(f"{quantity}{first + k}", array) for k, array in enumerate(value)]
        if not layer:
            raise TraceError(f"{name} needs the number of its layer, such as {quantity}1, or a list of all layers")
        return [(meant, value)]

    def _own(self, name):
        if name in self._names:
            return self._names[name]
        for own, meant in self._names.items():
            match = re.fullmatch(re.escape(own).replace(r"\{\}", "([0-9]+)"), name) if "{}" in own else None
            if match:
                return None if meant is None else meant.replace("{}", match.group(1))
        return name

    def _unknown(self, name, meant):
        stem, digits = re.fullmatch("(.*?)([0-9]*)", meant).groups()
        by_case = [q for q in _QUANTITIES if q.lower() == stem.lower()]
        near = by_case or difflib.get_close_matches(stem, _QUANTITIES, 1, 0.75)
        hint = (near[0] + digits) if near else "W1"
        return (
            f"{name} is no name of a trace; names are {', '.join(_QUANTITIES[:2] + _PER_EXAMPLE + _PER_UNIT[:4])}, ..."
            f' with the number of the layer. Say what it is by names={{"{name}": "{hint}"}},'
            f' or leave it out by names={{"{name}": None}}'
        )

    def _checked(self, entry, i, value):
        """A copy of an array, if it can be what its name says."""
        quantity = _NAME.fullmatch(entry).group(1)
        array = np.array(_plain(value))
        if not _is_numbers(array):
            raise TraceError(f"{entry} of iteration {i} is {_described(array)}; it must be float64 or float32")
        if quantity != "D" and array.dtype.kind != "f":
            array = array.astype(np.float64)
        if quantity in _PER_UNIT:
            if array.ndim > 2 or sum(n != 1 for n in array.shape) > 1:
                raise TraceError(f"{entry} of iteration {i} is {_described(array)}; it must be one number a unit")
            return array.reshape(-1, 1)
        count = len(self._batches.get(i, range(self._m)))
        if quantity in _PER_EXAMPLE and array.shape == (count,):  # of one unit
            array = array.reshape((-1, 1) if self._rows else (1, -1))
        if array.ndim != 2:
            raise TraceError(f"{entry} of iteration {i} is {_described(array)}; it must be a matrix")
        examples = array.shape[0 if self._rows else 1]
        if quantity in _PER_EXAMPLE and quantity != "D" and examples != count and not self._batch_unknown(i):
            wanted = f"({count}, units)" if self._rows else f"(units, {count})"
            raise TraceError(
                f"{entry} of iteration {i} is {_described(array)}; with {count} examples it must be of shape {wanted}"
            )
        return array

    def _batch_unknown(self, i):
        return i not in self._batches and "batches" in str(self._entries.get("experiment", ""))

    def _fit(self, i, found):
        """Gradients are of the shape of their parameters, and one layer's weights of that of the next."""
        for entry, array in found.items():
            quantity, layer = _NAME.fullmatch(entry).groups()
            of = next((p for p in ("W", "b", "gamma", "beta") if quantity != p and quantity.endswith(p)), None)
            parameter = found.get(f"{of}{layer}")
            if parameter is not None and sorted(array.shape) != sorted(parameter.shape):
                raise TraceError(
                    f"{entry} of iteration {i} is {_described(array)}, but {of}{layer} is {_described(parameter)}"
                )
        weights = [found[f"W{k}"] for k in range(1, 1000) if f"W{k}" in found]
        if not weights or any(f"W{k}" not in found for k in range(1, len(weights) + 1)):
            return
        for inputs in (1, 0):
            wanted, at = self._features, 0
            while at < len(weights) and weights[at].shape[inputs] == wanted:
                wanted, at = weights[at].shape[1 - inputs], at + 1
            if at == len(weights):
                return
        shapes = ", ".join(f"W{k + 1} {weight.shape}" for k, weight in enumerate(weights))
        raise TraceError(
            f"the weights of iteration {i} don't follow each other: X has {self._features} features, {shapes}"
        )

    def _complete(self):
        if not self._tensors:
            raise TraceError("nothing was recorded; call record(i, parameters, ...) before each update")
        at = [(*_NAME.fullmatch(name.split("@")[0]).groups(), int(name.split("@")[1])) for name in self._tensors]
        depth = max(int(layer) for _, layer, _ in at)
        for layer in range(1, depth + 1):
            for parameter in ("W", "b"):
                if not any(entry[:2] == (parameter, str(layer)) for entry in at):
                    hint = "; give zeros for a layer without biases" if parameter == "b" else ""
                    raise TraceError(f"{parameter}{layer} is missing in all iterations; record it{hint}")
        weights = [array for name, array in self._tensors.items() if name.startswith("W")]
        if self._rows and "weights_as" not in self._entries and all(w.shape[0] == w.shape[1] for w in weights):
            raise TraceError('all weights are square: say weights_as="units-by-inputs" or "inputs-by-units"')
        if not self._costs:
            warnings.warn("the trace holds no cost, and without one the verdict stays open", stacklevel=3)
        if len({i for _, _, i in at}) == 1 and not any(i > at[0][2] for i in self._costs):
            warnings.warn("no update shows: record the next iteration too, or its cost", stacklevel=3)

    def _precise(self, costs):
        """Costs in the precision of everything else, where that loses no digit."""
        numbers = np.array(costs, dtype=np.float64)
        with np.errstate(over="ignore"):
            single = numbers.astype(np.float32)
        floats = [array for array in self._tensors.values() if array.dtype.kind == "f"]
        lossless = np.array_equal(single[~np.isnan(numbers)], numbers[~np.isnan(numbers)])
        return single if lossless and all(array.dtype == np.float32 for array in floats) else numbers


def _one_of(what, value, allowed):
    if value not in allowed:
        raise TraceError(f"{what} is {value!r}; it must be " + " or ".join(f'"{word}"' for word in allowed))


def _iteration(i):
    if isinstance(i, bool) or not isinstance(i, (int, np.integer)) or i < 0:
        raise TraceError(f"the iteration is {i!r}; it must be a whole number, from 0")
    return int(i)


def _plain(value):
    """A tensor of PyTorch as an array; anything else as it is."""
    return value.detach().cpu().numpy() if hasattr(value, "detach") else value


def _is_numbers(array):
    """Numbers that a trace can hold: no objects, and no half or extended precision."""
    return array.dtype.kind in "fiub" and array.dtype.itemsize <= 8 and array.dtype != np.float16 and array.size > 0


def _described(array):
    return f"{array.dtype} of shape {array.shape}"


def _json(experiment):
    """The experiment as JSON; NumPy's numbers become plain ones, anything else that JSON lacks is refused."""
    if isinstance(experiment, str):
        try:
            experiment = json.loads(experiment)
        except ValueError as e:
            raise TraceError(f"experiment is no JSON: {e}") from e
    if not isinstance(experiment, dict):
        raise TraceError(f"experiment is a {type(experiment).__name__}; it must be a dictionary")
    return np.array(json.dumps(_json_value("experiment", experiment)))


def _json_value(path, value):
    if isinstance(value, (np.generic, np.ndarray)):
        value = value.tolist()
    if isinstance(value, dict):
        return {_json_key(path, key): _json_value(f"{path}.{key}", inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_json_value(f"{path}[{k}]", inner) for k, inner in enumerate(value)]
    if not isinstance(value, (str, bool, int, float, type(None))) or (isinstance(value, float) and value - value != 0):
        raise TraceError(f"{path} is {value!r}, which JSON can't say; give a word, a number, a list or a dictionary")
    return value


def _json_key(path, key):
    if not isinstance(key, str):
        raise TraceError(f"{path} has the key {key!r}; it must be a word")
    return key


def record_torch(model, optimizer, loss, X, Y, iterations=None, experiment=None):
    """Fills a trace by hooks while a training loop of PyTorch runs as it is.

        t = record_torch(model, optimizer, loss, X, Y)
        ...                                              # the training loop, unchanged
        t.save("mine.npz")

    It sees Linear, BatchNorm1d, Dropout (with its masks) and activations, as modules or as functions; the
    cost by the loss, which must be a module; parameters, gradients and the optimizer's state before each step.
    Passes under no_grad() are not seen.

    Args:
        model (torch.nn.Module): the network; layers are numbered as they are called.
        optimizer (torch.optim.Optimizer): SGD, Adam, AdamW, RMSprop or Adagrad that has not stepped yet.
        loss (torch.nn.Module): BCEWithLogitsLoss, BCELoss, CrossEntropyLoss, NLLLoss or MSELoss.
        X, Y (torch.Tensor): all training examples, as the model and the loss get them.
        iterations (collection of int): those to keep; 0, 1, 2, 10, 100, 1000, ... by default.
        experiment (dict): what can't be seen, such as {"schedule": ...} or {"clip": ...}.

    Returns:
        Trace: to be saved when the training has ended.

    Raises:
        TraceError: at once or in the first step, where something is not what Twinnet computes.
    """
    return _TorchTrace(model, optimizer, loss, X, Y, iterations, experiment)


class _TorchTrace(Trace):
    """A trace that hooks fill. One pass is a list of calls: module, its input, its output, what it had before."""

    def __init__(self, model, optimizer, loss, X, Y, iterations, experiment):
        import torch

        super().__init__(
            X.reshape(len(X), -1),
            Y,
            examples_as="rows",
            weights_as="units-by-inputs",
            iterations=iterations or [0, 1, 2] + [10**k for k in range(1, 10)],
        )
        self._torch, self._optimizer, self._step = torch, optimizer, 0
        self._activations = _torch_activations(torch)
        self._given = {} if experiment is None else json.loads(str(_json(experiment)))
        self._stated = {"optimizer": _torch_optimizer(optimizer)}
        self._stated["loss"], self._behind_loss = _torch_loss(loss)
        self._stated.update(self._decay(model))
        self._calls, self._result, self._layers, self._input_keep = [], None, None, 1
        self._places = {}
        for k, example in enumerate(self._entries["X"]):
            self._places.setdefault(hash(example.tobytes()), []).append(k)
        leaves = [(name, module) for name, module in model.named_modules() if not any(True for _ in module.children())]
        for name, module in leaves:
            self._watch(name, module)
        model.register_forward_pre_hook(self._begin)
        loss.register_forward_hook(self._end)
        self._wrap(optimizer)

    def save(self, file, overwrite=False):
        if self._layers is None:
            raise TraceError("nothing was recorded; train between record_torch() and save()")
        layers = [layer["stated"] for layer in self._layers]
        stated = dict(self._stated, layers=layers, input_keep_prob=self._input_keep)
        if self._batches:
            stated["batches"] = {"size": len(self._batches[min(self._batches)])}
        self._entries["experiment"] = _json(dict(stated, **self._given))
        return super().save(file, overwrite)

    def _watch(self, name, module):
        nn = self._torch.nn
        kinds = (nn.Linear, nn.BatchNorm1d, nn.Dropout, nn.Flatten, nn.Identity) + tuple(self._activations)
        if type(module) not in kinds:
            known = ", ".join(kind.__name__ for kind in kinds)
            raise TraceError(f"{name} is a {type(module).__name__}, and Twinnet computes {known} alone")
        if type(module) is nn.BatchNorm1d and not (module.affine and module.track_running_stats and module.momentum):
            raise TraceError(f"{name} must have scale and shift, running statistics and a momentum")
        module.register_forward_pre_hook(self._before)
        module.register_forward_hook(lambda module, _, out: self._after(name, module, out))

    def _begin(self, model, given):
        if self._torch.is_grad_enabled():
            self._calls = []
            self._examples_seen = given[0].detach().reshape(len(given[0]), -1)

    def _before(self, module, given):
        """Keeps what a module may change: its input, its running statistics, and what it draws masks from."""
        self._input = given[0].detach().clone()
        self._running = {}
        if type(module) is self._torch.nn.BatchNorm1d:
            self._running = {k: getattr(module, k).clone() for k in ("running_mean", "running_var")}
        self._random = self._torch.get_rng_state()

    def _after(self, name, module, out):
        if self._torch.is_grad_enabled():
            mask = self._mask(name, module, out) if type(module) is self._torch.nn.Dropout else None
            self._calls.append((name, module, self._input, out.detach().clone(), self._running, mask))

    def _mask(self, name, module, out):
        """The mask of a Dropout, which doesn't show it: drawn once more from the same state, over ones."""
        if not module.training or module.p == 0:
            return None
        if self._input.is_cuda:
            raise TraceError(f"the mask of {name} can't be seen on a GPU; train on the CPU while you record")
        with self._torch.random.fork_rng(devices=[]):
            self._torch.set_rng_state(self._random)
            scaled = self._torch.nn.functional.dropout(self._torch.ones_like(self._input), module.p, True)
        if not self._torch.allclose(scaled * self._input, out.detach(), equal_nan=True):
            raise TraceError(f"the mask of {name} can't be drawn again; Twinnet knows PyTorch's own Dropout alone")
        return scaled != 0

    def _end(self, loss, given, cost):
        if self._torch.is_grad_enabled():
            self._result = given[0].detach(), given[1].detach(), cost.detach()

    def _wrap(self, optimizer):
        plain = optimizer.step

        def step(_, *arguments, **named):
            self._record_step()
            return plain(*arguments, **named)

        if hasattr(plain, "_with_counter"):  # a scheduler's
            step._with_counter = True
        optimizer.step = types.MethodType(step, optimizer)

    def _record_step(self):
        i, self._step = self._step, self._step + 1
        if self._result is None or not self._calls:
            raise TraceError(f"step {i} comes without a pass of the model and the loss before it")
        rates = {group["lr"] for group in self._optimizer.param_groups}
        if rates != {self._stated["optimizer"]["learning_rate"]} and "schedule" not in self._given:
            raise TraceError(
                f"the learning rate at step {i} is {', '.join(map(str, rates))}, which is not that of the first;"
                ' state it, such as experiment={"schedule": {"kind": "step", "every": 1000, "factor": 0.5}}'
            )
        out, target, cost = self._result
        self._result = None
        batch = self._indices(i, target)
        if i not in self._wanted:
            self.record(i, cost=cost, batch=batch)
            return
        layers, entries = self._read(out)
        if self._layers is not None and [layer["stated"] for layer in layers] != [
            layer["stated"] for layer in self._layers
        ]:
            raise TraceError(f"the network of step {i} is not that of step 0")
        self._layers = layers
        for number, layer in enumerate(layers, 1):
            entries.update(self._parameters(number, layer))
        self.record(i, entries, cost=cost, batch=batch)

    def _indices(self, i, target):
        """Which of all examples these are; None where they are all of them in order."""
        seen, Y = self._examples_seen.cpu().numpy(), self._entries["Y"]
        X, target = self._entries["X"], target.cpu().numpy().reshape(len(seen), -1)
        if seen.shape == X.shape and np.array_equal(seen, X):
            return None
        batch, used = [], set()
        for example, label in zip(seen, target):
            places = [k for k in self._places.get(hash(example.tobytes()), []) if np.array_equal(X[k], example)]
            places = [k for k in places if np.array_equal(np.ravel(Y[k]), label)] or places
            if not places:
                raise TraceError(f"step {i} saw an example that is not in X; give X as the model gets it")
            batch.append(next((k for k in places if k not in used), places[0]))
            used.add(batch[-1])
        return np.array(batch)

    def _read(self, out):
        """Layers and arrays of the pass: each Linear begins a layer, and what it gets is A of the one before."""
        nn, layers, entries = self._torch.nn, [], {}
        for name, module, x, y, running, mask in self._calls:
            if type(module) is nn.Linear:
                if any(layer["linear"] is module for layer in layers):
                    raise TraceError(f"{name} is called twice in a pass, and layers that share weights are unknown")
                if layers:
                    self._activated(layers, x)
                    entries[f"A{len(layers)}"] = x
                stated = {"units": module.out_features}
                layer = {"name": name, "linear": module, "norm": None, "last": y, "function": None, "stated": stated}
                layers.append(layer)
                entries[f"Z{len(layers)}"] = y
            elif type(module) is nn.BatchNorm1d:
                if not layers or "activation" in layers[-1]["stated"]:
                    raise TraceError(f"{name} must stand between a Linear and its activation")
                layers[-1].update(norm=module, last=y)
                layers[-1]["stated"]["batch_norm"] = {
                    "decay": 1 - module.momentum, "epsilon": module.eps, "running_variance": "unbiased"
                }
                entries.update({f"{key}{len(layers)}": value for key, value in running.items()})
            elif type(module) is nn.Dropout:
                if layers:
                    self._activated(layers, x)
                    layers[-1].update(last=y)
                    layers[-1]["stated"]["keep_prob"] = 1 - module.p
                else:
                    self._input_keep = 1 - module.p
                if mask is not None:
                    entries[f"D{len(layers)}"] = mask
            elif type(module) in self._activations:
                layers[-1]["stated"]["activation"] = self._activations[type(module)](module)
                layers[-1].update(last=y)
        entries[f"A{len(layers)}"] = self._output(layers, out)
        return layers, entries

    def _activated(self, layers, x, first="relu"):
        """The activation that no module shows is the function that makes what the next module gets."""
        stated, last = layers[-1]["stated"], layers[-1]["last"]
        if "activation" in stated:
            return
        functions = _torch_functions(self._torch)
        if self._layers is not None and len(self._layers) >= len(layers):  # several fit where all z are positive
            first = self._layers[len(layers) - 1]["function"]
        for word in sorted(functions, key=lambda word: word != first):
            if self._torch.allclose(functions[word](last), x, rtol=1e-6, atol=0, equal_nan=True):
                stated["activation"] = layers[-1]["function"] = word
                return
        raise TraceError(
            f"what stands between {layers[-1]['name']} and the next module is no activation that Twinnet knows;"
            " functions that drop units are not seen, write nn.Dropout as a module"
        )

    def _output(self, layers, out):
        """The probabilities or numbers that the loss was computed from."""
        out = out.reshape(layers[-1]["last"].shape)
        self._activated(layers, out, "identity")
        stated = layers[-1]["stated"]
        if stated["activation"] == "identity" and self._behind_loss:
            stated["activation"] = self._behind_loss
            return _torch_functions(self._torch)[self._behind_loss](out)
        if stated["activation"] == "log-softmax":
            stated["activation"] = "softmax"
            return out.exp()
        return out

    def _parameters(self, number, layer):
        linear, norm = layer["linear"], layer["norm"]
        named = {"W": linear.weight, "b": linear.bias}
        if norm is not None:
            named.update(gamma=norm.weight, beta=norm.bias)
        entries = {}
        for symbol, parameter in named.items():
            if parameter is None:
                entries[f"{symbol}{number}"] = self._torch.zeros(linear.out_features, dtype=linear.weight.dtype)
                continue
            entries[f"{symbol}{number}"] = parameter
            if parameter.grad is not None:
                entries[f"d{symbol}{number}"] = parameter.grad
            for key, state in _TORCH_STATES.items():
                value = self._optimizer.state.get(parameter, {}).get(key)
                if value is not None:
                    entries[f"{state}{symbol}{number}"] = value
        return entries

    def _decay(self, model):
        """weight_decay in the words of an experiment: a penalty that the update adds, or AdamW's own."""
        nn = self._torch.nn
        role = {}
        for module in model.modules():
            if type(module) is nn.Linear:
                role.update({id(module.weight): "weights", id(module.bias): "biases"})
        decays = {"weights": set(), "biases": set(), "scale and shift": set()}
        for group in self._optimizer.param_groups:
            for parameter in group["params"]:
                decays[role.get(id(parameter), "scale and shift")].add(group.get("weight_decay", 0))
        C = max(decays["weights"] or {0})
        decoupled = type(self._optimizer).__name__ == "AdamW"
        biases = bool(C) and decays["biases"] == {C}
        if decays["weights"] - {C} or decays["scale and shift"] - {0} or (decays["biases"] - {0} and not biases):
            raise TraceError("weight_decay must be the same for all weights, and that or 0 for biases, else 0")
        if decoupled and biases:
            raise TraceError("AdamW decays biases here; put them into a group with weight_decay=0")
        if not C:
            return {}
        return {"weight_decay": C} if decoupled else {"penalty": {"l2_coefficient": C, "biases": biases}}


_TORCH_STATES = {"momentum_buffer": "v", "exp_avg": "v", "exp_avg_sq": "s", "max_exp_avg_sq": "h"}
_TORCH_STATES.update({"square_avg": "s", "sum": "s"})


def _torch_activations(torch):
    """Modules, and how an experiment calls them."""
    nn = torch.nn
    words = {nn.ReLU: "relu", nn.Sigmoid: "sigmoid", nn.Tanh: "tanh", nn.SiLU: "swish", nn.Softsign: "softsign"}
    words.update({nn.Softmax: "softmax", nn.LogSoftmax: "log-softmax"})
    known = {kind: (lambda module, word=word: word) for kind, word in words.items()}
    known[nn.LeakyReLU] = lambda module: {"kind": "leaky-relu", "slope": module.negative_slope}
    known[nn.ELU] = lambda module: _torch_default(module, "elu", alpha=1)
    known[nn.Softplus] = lambda module: _torch_default(module, "softplus", beta=1)
    known[nn.GELU] = lambda module: _torch_default(module, "gelu", approximate="none")
    return known


def _torch_functions(torch):
    """The same as functions; the first that makes the numbers is meant."""
    f = torch.nn.functional
    functions = {"relu": f.relu, "identity": lambda z: z, "tanh": torch.tanh, "sigmoid": torch.sigmoid}
    functions.update({"leaky-relu": f.leaky_relu, "elu": f.elu, "gelu": f.gelu, "swish": f.silu})
    functions.update({"softplus": f.softplus, "softsign": f.softsign, "softmax": lambda z: torch.softmax(z, 1)})
    functions["log-softmax"] = lambda z: torch.log_softmax(z, 1)
    return functions


def _torch_default(thing, word, **settings):
    for name, value in settings.items():
        got = thing.get(name, value) if isinstance(thing, dict) else getattr(thing, name, value)
        if got != value:
            raise TraceError(f"{word} has {name} {got}, and Twinnet knows {value} alone")
    return word


def _torch_loss(loss):
    """The word of a loss, and the activation that it applies itself."""
    known = {
        "BCEWithLogitsLoss": ("binary-cross-entropy", "sigmoid"),
        "BCELoss": ("binary-cross-entropy", None),
        "CrossEntropyLoss": ("softmax-cross-entropy", "softmax"),
        "NLLLoss": ("softmax-cross-entropy", None),
        "MSELoss": ("mean-squared-error", None),
    }
    name = type(loss).__name__
    if name not in known:
        raise TraceError(f"the loss is {name}; it must be a module, one of {', '.join(known)}")
    return _torch_default(loss, known[name][0], weight=None, pos_weight=None, label_smoothing=0), known[name][1]


def _torch_optimizer(optimizer):
    """The optimizer in the words of an experiment."""
    name, group = type(optimizer).__name__, optimizer.param_groups[0]
    rate = {"learning_rate": group["lr"]}
    if any(float(state.get("step", 0)) > 0 or "momentum_buffer" in state for state in optimizer.state.values()):
        raise TraceError("the optimizer has stepped already; call record_torch() before training")
    for other in optimizer.param_groups[1:]:
        if any(other[key] != group[key] for key in group if key not in ("params", "weight_decay")):
            raise TraceError("the groups of the optimizer differ in more than their weight_decay")
    if name == "SGD":
        _torch_default(group, name, dampening=0, maximize=False)
        kind = "nesterov" if group["nesterov"] else "momentum" if group["momentum"] else "gradient-descent"
        return dict(rate, kind=kind, **({"momentum": group["momentum"]} if group["momentum"] else {}))
    if name in ("Adam", "AdamW"):
        _torch_default(group, name, maximize=False)
        kind = "amsgrad" if group["amsgrad"] else name.lower()
        beta1, beta2 = group["betas"]
        place = "after-correction"
        return dict(rate, kind=kind, beta1=beta1, beta2=beta2, epsilon=group["eps"], epsilon_place=place)
    if name == "RMSprop":
        _torch_default(group, name, momentum=0, centered=False)
        return dict(rate, kind="rmsprop", decay=group["alpha"], epsilon=group["eps"])
    if name == "Adagrad":
        _torch_default(group, name, lr_decay=0, initial_accumulator_value=0)
        return dict(rate, kind="adagrad", epsilon=group["eps"])
    raise TraceError(f"the optimizer is {name}; it must be SGD, Adam, AdamW, RMSprop or Adagrad")
