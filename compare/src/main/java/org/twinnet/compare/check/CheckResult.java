package org.twinnet.compare.check;

import java.util.List;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.agreement.Status;

/**
 * What a check found.
 *
 * @param quantities one comparison for each tensor that could be recomputed, such as {@code dW2@0}, in the order of the computation
 * @param notChecked what was not checked, each with its reason
 */
public record CheckResult(List<QuantityComparison> quantities, List<String> notChecked) {

    /**
     * Copies the lists.
     *
     * @param quantities one comparison for each tensor that could be recomputed
     * @param notChecked what was not checked
     */
    public CheckResult {
        quantities = List.copyOf(quantities);
        notChecked = List.copyOf(notChecked);
    }

    /**
     * The verdict: anything that was not checked leaves the question open, unless something disagrees.
     *
     * @return the verdict
     */
    public Status verdict() {
        Status compared =
                Status.all(quantities.stream().map(QuantityComparison::status).toList());
        return compared == Status.AGREE && !notChecked.isEmpty() ? Status.INCONCLUSIVE : compared;
    }

    /**
     * The quantities that rounding does not explain.
     *
     * @return the failing ones, in the order of the computation; the first is the first divergence
     */
    public List<QuantityComparison> divergences() {
        return quantities.stream()
                .filter(quantity -> quantity.status() == Status.DISAGREE)
                .toList();
    }
}
