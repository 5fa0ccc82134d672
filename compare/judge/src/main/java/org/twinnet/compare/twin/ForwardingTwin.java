package org.twinnet.compare.twin;

/** A twin that is another one but for the methods that a subclass changes. */
public abstract class ForwardingTwin implements Twin {

    private final Twin twin;

    /**
     * Stands before another twin.
     *
     * @param twin the other one, closed with this one
     */
    protected ForwardingTwin(Twin twin) {
        this.twin = twin;
    }

    @Override
    public TwinName name() {
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
    public double[] statistics() {
        return twin.statistics();
    }

    @Override
    public void setStatistics(double[] statistics) {
        twin.setStatistics(statistics);
    }

    @Override
    public TwinState state() {
        return twin.state();
    }

    @Override
    public void restore(TwinState state) {
        twin.restore(state);
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
    public void train(int iterations) {
        twin.train(iterations);
    }

    @Override
    public void copyUpdateTo(double[] target) {
        twin.copyUpdateTo(target);
    }

    @Override
    public double[] predict(double[][] featureRows) {
        return twin.predict(featureRows);
    }

    @Override
    public void close() {
        twin.close();
    }
}
