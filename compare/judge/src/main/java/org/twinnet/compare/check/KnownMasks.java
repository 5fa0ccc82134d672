package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinnet.compare.check.mask.MaskCheck;
import org.twinnet.compare.check.mask.ReadOffMasks;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;

/**
 * A trace as if it held every mask that is known: its own, else what an activation shows, else those of the seed that
 * it states. Masks that keep all where some should be dropped are none.
 *
 * @param trace what a network wrote down, with these masks
 * @param notes where masks come from that it does not hold
 */
record KnownMasks(Trace trace, List<Phrase> notes) {

    KnownMasks {
        notes = List.copyOf(notes);
    }

    /** Of a trace whose own masks were looked at. */
    static KnownMasks of(Trace written, List<MaskCheck.LayerMasks> masks) {
        Set<Integer> undropped = new HashSet<>();
        masks.stream()
                .filter(layer -> layer.pattern() == MaskCheck.Pattern.ALL_KEPT)
                .forEach(layer -> undropped.add(layer.layer()));
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(written.tensors());
        tensors.keySet().removeIf(name -> name.quantity() == Quantity.D && undropped.contains(name.layer()));
        List<ReadOffMasks.ReadOff> shown = ReadOffMasks.of(written).stream()
                .filter(mask -> !undropped.contains(mask.name().layer()))
                .toList();
        List<Phrase> notes = new ArrayList<>();
        shown.forEach(mask -> notes.add(SaidOfCheck.READ_OFF.of(mask.name().toString())));
        Trace known = ReadOffMasks.with(written.with(tensors, written.costs()), shown);
        return new KnownMasks(withDrawn(known, undropped, notes), notes);
    }

    /** The trace as if it stated no seed: whoever copies an experiment may draw masks in another way. */
    static Optional<Trace> unseeded(Trace trace) {
        return trace.reading()
                .masks()
                .map(masks -> trace.with(trace.reading()
                        .withMasks(Optional.empty())
                        .noting(SaidOfCheck.SEED_EXPLAINS_NOTHING.of(masks.seed()))));
    }

    private static Trace withDrawn(Trace known, Set<Integer> undropped, List<Phrase> notes) {
        // most traces state no seed, and need no experiment here
        Optional<TraceExperiment> experiment = known.reading().masks().flatMap(stated -> TraceExperiment.of(known));
        if (experiment.isEmpty()) {
            return known;
        }
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(known.tensors());
        Set<Integer> layers = new TreeSet<>();
        for (int iteration : known.iterations()) {
            for (int l = 0; l < known.depth(); l++) {
                TensorName name = new TensorName(Quantity.D, l, iteration);
                if (!undropped.contains(l) && known.mask(l, iteration).isEmpty()) {
                    experiment.get().drawn(l, iteration).ifPresent(D -> {
                        tensors.put(name, D);
                        layers.add(name.layer());
                    });
                }
            }
        }
        long seed = known.reading().masks().get().seed();
        layers.forEach(l -> notes.add(SaidOfCheck.DRAWN.of(l, seed)));
        return known.with(tensors, known.costs()).with(known.reading().withOwnMasks(layers));
    }
}
