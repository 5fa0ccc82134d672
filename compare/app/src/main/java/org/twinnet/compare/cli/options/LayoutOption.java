package org.twinnet.compare.cli.options;

import java.util.Optional;
import org.twinnet.compare.move.WeightsAs;
import picocli.CommandLine.Option;

/** The option that says which way matrices of weights lie. */
public final class LayoutOption {

    @Option(
            names = "--weights-as",
            paramLabel = "units-by-inputs|inputs-by-units",
            converter = Allowed.Layouts.class,
            completionCandidates = Allowed.Layouts.class,
            description = "Which way the matrices lie, where neither shapes nor predictions nor examples decide: "
                    + "units-by-inputs (PyTorch, the course) or inputs-by-units (Keras, scikit-learn).")
    private WeightsAs as;

    /** Made by the command line. */
    public LayoutOption() {}

    /**
     * What was said.
     *
     * @return empty where nothing was
     */
    public Optional<WeightsAs> chosen() {
        return Optional.ofNullable(as);
    }
}
