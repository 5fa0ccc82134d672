package org.twinnet.compare.bench.search;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.twinnet.compare.tuning.space.Dimension;

/**
 * A function whose minimum is searched.
 *
 * @param label its usual name
 * @param minimum the known global minimum
 * @param domain where each variable is searched, at most three
 * @param formula the value at a point of the domain
 */
public record TestFunction(
        String label, double minimum, List<Dimension.Range> domain, ToDoubleFunction<double[]> formula) {

    /**
     * Copies the domain.
     *
     * @param label its usual name
     * @param minimum the known global minimum
     * @param domain where each variable is searched
     * @param formula the value at a point of the domain
     */
    public TestFunction {
        domain = List.copyOf(domain);
    }
}
