package org.twinnet.compare.report.model;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.data.Dataset;

/**
 * The costs that the notebook publishes for its three runs, where an experiment is one of them: the course's football
 * data, identified by its numbers, and all of the notebook's settings. A shorter or longer run passes through the same
 * costs.
 *
 * <p>Source: the printed outputs of the regularization notebook of Coursera's "Improving Deep Neural Networks", at
 * iterations 0, 10,000 and 20,000.
 */
final class PublishedCosts {

    private static final String COURSE_DATA = "dfa0adc36701a657b15d40aaa8e18661b24447dd8d16e8c4bd9f0502d9fde493";

    private PublishedCosts() {}

    /** The published costs that a run of so many iterations passes; empty for any other experiment. */
    static List<Report.PublishedCost> of(Experiment experiment, Dataset training) {
        List<Report.PublishedCost> costs = new ArrayList<>();
        if (!training.sha256().equals(COURSE_DATA)) {
            return costs;
        }
        for (Scenario scenario : Scenario.values()) {
            if (isPublished(experiment, scenario, training.featureCount())) {
                double[] published = costs(scenario);
                for (int i = 0; i < published.length && 10_000 * i < experiment.iterations(); i++) {
                    costs.add(new Report.PublishedCost(10_000 * i, published[i]));
                }
            }
        }
        return costs;
    }

    private static boolean isPublished(Experiment experiment, Scenario scenario, int inputs) {
        Experiment published = scenario.of(Experiment.published(inputs))
                .named(experiment.name())
                .iterations(experiment.iterations());
        // masks matter to dropout alone
        return experiment.equals(scenario == Scenario.DROPOUT ? published : published.with(experiment.masks()));
    }

    private static double[] costs(Scenario scenario) {
        return switch (scenario) {
            case NONE -> new double[] {0.6557412523481002, 0.16329987525724216, 0.13851642423255986};
            case L2 -> new double[] {0.6974484493131264, 0.2684918873282239, 0.2680916337127301};
            case DROPOUT -> new double[] {0.6543912405149825, 0.0610169865749056, 0.060582435798513114};
        };
    }
}
