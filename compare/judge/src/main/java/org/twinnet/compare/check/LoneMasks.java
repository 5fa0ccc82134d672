package org.twinnet.compare.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * The mask of iteration 0 that stands alone for all iterations is an assumption. Where nothing else is wrong, and
 * everything fails that it is needed for in a later iteration, each iteration has had a mask of its own.
 */
final class LoneMasks {

    private LoneMasks() {}

    /** A trace that disagrees, as if lone masks were not those of all iterations; empty where it has none. */
    static Optional<Trace> readOtherwise(Trace trace, CheckResult shared) {
        Map<Integer, Set<Integer>> iterations = trace.tensors().keySet().stream()
                .filter(name -> name.quantity() == Quantity.D)
                .collect(Collectors.groupingBy(
                        TensorName::layer, Collectors.mapping(TensorName::iteration, Collectors.toSet())));
        Set<Integer> lone = new TreeSet<>();
        iterations.forEach((layer, held) -> {
            if (held.equals(Set.of(0)) && trace.hyperParameters().keepProbability(layer) < 1) {
                lone.add(layer);
            }
        });
        return lone.isEmpty()
                        || shared.divergences().isEmpty()
                        || trace.iterations().size() == 1
                ? Optional.empty()
                : Optional.of(trace.with(trace.reading().withOwnMasks(lone)));
    }

    /** Whether a verdict without them takes away all that disagrees, and nothing that agrees. */
    static boolean refute(CheckResult shared, CheckResult fresh) {
        Set<Phrase> left = new HashSet<>();
        steps(fresh).forEach(comparison -> left.add(comparison.quantity()));
        List<QuantityComparison> needed = steps(shared).stream()
                .filter(comparison -> !left.contains(comparison.quantity()) && !comparison.isUndetermined())
                .toList();
        return fresh.divergences().isEmpty()
                && needed.stream().anyMatch(comparison -> comparison.status() == Status.DISAGREE)
                && needed.stream().noneMatch(comparison -> comparison.status() == Status.AGREE);
    }

    private static List<QuantityComparison> steps(CheckResult result) {
        Set<CheckRungName> runs = Set.of(CheckRungName.FREE_RUN, CheckRungName.TWINS);
        return result.rungs().stream()
                .filter(rung -> !runs.contains(rung.name()))
                .flatMap(rung -> rung.quantities().stream())
                .toList();
    }
}
