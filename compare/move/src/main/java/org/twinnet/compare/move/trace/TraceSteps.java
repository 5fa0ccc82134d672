package org.twinnet.compare.move.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first training steps of a trace beside DL4J's.
 *
 * @param steps how many DL4J made
 * @param compared the numbers of the trace that lie within them
 * @param ending why it were not more; empty where it were as many as asked
 */
public record TraceSteps(int steps, List<TraceStep> compared, Optional<Ending> ending) {

    /** Why a run ended early, or did not begin. */
    public enum Ending {
        /** No first parameters. */
        NO_PARAMETERS,
        /** Dropout, and no masks. */
        NO_MASKS,
        /** Batches or masks of later iterations are not there. */
        NOT_TOLD,
        /** DL4J lacks something. */
        NOT_IN_DL4J,
        /** Rounding has grown too large. */
        CHAOTIC
    }

    /**
     * Copies the numbers.
     *
     * @param steps how many DL4J made
     * @param compared the numbers
     * @param ending why it were not more
     */
    public TraceSteps {
        compared = List.copyOf(compared);
    }

    /**
     * Whether no number differs by more than rounding explains.
     *
     * @return true also where nothing could be compared
     */
    public boolean agrees() {
        return compared.stream().allMatch(TraceStep::agrees);
    }

    /**
     * Whether an update of the trace was compared, and not only what it begins with.
     *
     * @return true if some number is of a later iteration
     */
    public boolean showsTraining() {
        return compared.stream().anyMatch(it -> it.iteration() > 0);
    }

    /**
     * The number that lies farthest beyond what rounding explains.
     *
     * @return empty where nothing was compared
     */
    public Optional<TraceStep> worst() {
        return compared.stream().max((a, b) -> Double.compare(ratio(a), ratio(b)));
    }

    private static double ratio(TraceStep step) {
        return step.difference() == 0 ? 0 : step.difference() / step.limit();
    }

    /**
     * All numbers as a table.
     *
     * @return CSV with a heading
     */
    public String csv() {
        StringBuilder text = new StringBuilder("quantity,iteration,original,dl4j,difference,limit\n");
        for (TraceStep step : compared) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%.17g,%.17g,%.3g,%.3g%n",
                    step.name(),
                    step.iteration(),
                    step.original(),
                    step.dl4j(),
                    step.difference(),
                    step.limit()));
        }
        return text.toString().replace("\r", "");
    }
}
