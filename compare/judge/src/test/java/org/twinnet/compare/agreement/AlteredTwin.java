package org.twinnet.compare.agreement;

import java.util.function.UnaryOperator;
import org.twinnet.compare.twin.Twin;

/**
 * A twin that predicts something else.
 *
 * @param twin everything but predictions
 * @param alteration what becomes of the predictions
 */
record AlteredTwin(Twin twin, UnaryOperator<double[]> alteration) implements Twin {

    @Override
    public double[] predict(double[][] featureRows) {
        return alteration.apply(twin.predict(featureRows));
    }

    @Override
    public String name() {
        return twin.name();
    }

    @Override
    public double[][] featureRows() {
        return twin.featureRows();
    }

    @Override
    public double[] labels() {
        return twin.labels();
    }

    @Override
    public int iteration() {
        return twin.iteration();
    }

    @Override
    public int parameterCount() {
        return twin.parameterCount();
    }

    @Override
    public void copyParametersTo(double[] target) {
        twin.copyParametersTo(target);
    }

    @Override
    public void setParameters(double[] parameters) {
        twin.setParameters(parameters);
    }

    @Override
    public Snapshot snapshot() {
        return twin.snapshot();
    }

    @Override
    public double penalty() {
        return twin.penalty();
    }

    @Override
    public double step() {
        return twin.step();
    }

    @Override
    public double logitCost() {
        return twin.logitCost();
    }

    @Override
    public void copyUpdateTo(double[] target) {
        twin.copyUpdateTo(target);
    }

    @Override
    public void close() {
        twin.close();
    }
}
