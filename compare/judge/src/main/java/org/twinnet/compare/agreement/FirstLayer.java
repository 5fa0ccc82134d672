package org.twinnet.compare.agreement;

import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;

/** How much the first layers of trained networks listen to each feature. */
final class FirstLayer {

    private FirstLayer() {}

    /** ‖W₁[·, f]‖ of each feature f over all networks; W of a layer stands row by row, a column a feature. */
    static double[] norms(List<Experiment> experiments, List<double[]> parameters) {
        double[] squares = new double[experiments.get(0).inputs()];
        for (int i = 0; i < experiments.size(); i++) {
            ParameterIndex.Slice first =
                    ParameterIndex.of(experiments.get(i)).tensors().get(0);
            for (int k = 0; k < first.length(); k++) {
                double weight = parameters.get(i)[first.offset() + k];
                squares[k % first.columns()] += weight * weight;
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }
}
