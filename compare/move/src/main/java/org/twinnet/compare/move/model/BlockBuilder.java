package org.twinnet.compare.move.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.data.InvalidDataException;

/** Puts DL4J's layers together to layers with weights, one after the other. */
final class BlockBuilder {

    private static final String IDENTITY = "ActivationIdentity";
    private static final int MOST_LAYERS = 1000;
    private static final int MOST_UNITS = 1 << 20;
    private static final Part PLAIN = new Part(IDENTITY, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    private final String file;
    private final List<ModelBlock> blocks = new ArrayList<>();
    private Optional<Part> waiting = Optional.empty();
    private Optional<Part> loss = Optional.empty();

    BlockBuilder(String file) {
        this.file = file;
    }

    ModelShape build(Part root) {
        List<Part> confs = root.sequence("confs");
        if (confs.isEmpty() || confs.size() > MOST_LAYERS) {
            throw new InvalidDataException(file + ": has " + confs.size() + " layers; needed: 1 to " + MOST_LAYERS
                    + ", in 'confs' as DL4J 1.0.0 writes them");
        }
        for (int k = 0; k < confs.size(); k++) {
            Part layer = confs.get(k)
                    .part("layer")
                    .filter(it -> !it.type().isEmpty())
                    .orElse(null);
            if (layer == null) {
                throw new InvalidDataException(
                        file + ": layer " + k + " says no class; models of DL4J before 1.0.0 are not read");
            }
            if (loss.isPresent()) {
                throw refused(k, "stands behind the output");
            }
            add(k, layer);
        }
        if (loss.isEmpty()) {
            throw new InvalidDataException(file + ": has no output layer, and so no loss");
        }
        requireChained();
        return new ModelShape(root, List.copyOf(blocks), loss.get());
    }

    private void requireChained() {
        for (int b = 1; b < blocks.size(); b++) {
            ModelBlock block = blocks.get(b);
            if (block.inputs() != blocks.get(b - 1).units()) {
                throw refused(
                        block.index(),
                        "has " + block.inputs() + " inputs, and the one below it "
                                + blocks.get(b - 1).units() + " units");
            }
        }
    }

    private void add(int k, Part layer) {
        switch (layer.type()) {
            case "DenseLayer" -> blocks.add(block(k, layer));
            case "OutputLayer" -> {
                blocks.add(block(k, layer));
                loss = Optional.of(loss(k, layer));
            }
            case "LossLayer" -> {
                activate(k, layer);
                loss = Optional.of(loss(k, layer));
            }
            case "ActivationLayer" -> activate(k, layer);
            case "DropoutLayer" -> drop(k, layer);
            default -> normalize(k, layer);
        }
    }

    private Part loss(int k, Part layer) {
        return layer.part("lossFn").orElseThrow(() -> refused(k, "has no loss"));
    }

    private ModelBlock block(int k, Part layer) {
        if (layer.flag("hasLayerNorm", false)) {
            throw refused(k, "has layer normalization, which is not read");
        }
        Optional<Part> dropout = layer.part("idropout").or(() -> waiting);
        waiting = Optional.empty();
        return new ModelBlock(
                k,
                size(k, layer, "nin"),
                size(k, layer, "nout"),
                layer,
                layer.flag("hasBias", true),
                keep(dropout),
                dropout,
                1,
                Optional.empty(),
                false,
                layer.part("activationFn").orElse(PLAIN));
    }

    private int size(int k, Part layer, String name) {
        double size = layer.number(name, 0);
        if (!(size >= 1 && size <= MOST_UNITS) || size != Math.rint(size)) {
            throw refused(k, "has " + name + " " + size + "; needed: a whole number from 1 to " + MOST_UNITS);
        }
        return (int) size;
    }

    /** What is kept, of any kind of dropout; of noise alone everything is. */
    private static double keep(Optional<Part> dropout) {
        return dropout.map(it -> it.number("p", 1)).orElse(1.0);
    }

    private ModelBlock last(int k) {
        if (blocks.isEmpty()) {
            throw refused(k, "stands before the first layer with weights, which is not read");
        }
        return blocks.remove(blocks.size() - 1);
    }

    private double inside(Part layer) {
        double inside = Math.min(keep(layer.part("idropout")), keep(waiting));
        waiting = Optional.empty();
        return inside;
    }

    private void activate(int k, Part layer) {
        ModelBlock block = last(k);
        Part own = layer.part("activationFn").orElse(PLAIN);
        if (!block.activation().is(IDENTITY) && !own.is(IDENTITY)) {
            throw refused(k, "puts an activation behind another one, which is not read");
        }
        blocks.add(block.withActivation(block.activation().is(IDENTITY) ? own : block.activation(), inside(layer)));
    }

    /** Dropout of what the next layer with weights gets. */
    private void drop(int k, Part layer) {
        if (waiting.isPresent()) {
            throw refused(k, "drops what was dropped already");
        }
        waiting = layer.part("idropout");
    }

    private void normalize(int k, Part layer) {
        ModelBlock block = last(k);
        if (block.norm().isPresent()) {
            throw refused(k, "normalizes what was normalized already, which is not read");
        }
        if (size(k, layer, "nout") != block.units()) {
            throw refused(k, "normalizes other units than the layer below it has");
        }
        blocks.add(block.withNorm(layer, inside(layer), !block.activation().is(IDENTITY)));
    }

    private InvalidDataException refused(int k, String why) {
        return new InvalidDataException(file + ": layer " + k + " " + why);
    }
}
