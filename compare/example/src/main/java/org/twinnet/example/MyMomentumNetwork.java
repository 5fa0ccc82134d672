package org.twinnet.example;

/** The same network, trained with momentum. */
public class MyMomentumNetwork extends MyNetwork {

    private final double learningRate;
    private final double momentum;
    private final Gradient velocity;

    /**
     * Draws the weights; the velocity starts at 0.
     *
     * @param x examples, one row each
     * @param y labels 0 or 1
     * @param hidden hidden units
     * @param learningRate step along the velocity
     * @param momentum what the velocity keeps
     */
    public MyMomentumNetwork(double[][] x, double[] y, int hidden, double learningRate, double momentum) {
        super(x, y, hidden, learningRate, 0);
        this.learningRate = learningRate;
        this.momentum = momentum;
        this.velocity =
                new Gradient(new double[hidden][x[0].length], new double[hidden], new double[hidden], new double[1]);
    }

    /**
     * What is carried from step to step.
     *
     * @return the velocity of each parameter
     */
    public Gradient velocity() {
        return velocity;
    }

    @Override
    public void step() {
        Gradient g = gradient();
        for (int i = 0; i < w1.length; i++) {
            move(w1[i], velocity.w1()[i], g.w1()[i]);
        }
        move(b1, velocity.b1(), g.b1());
        move(w2, velocity.w2(), g.w2());
        double[] bias = {b2};
        move(bias, velocity.b2(), g.b2());
        b2 = bias[0];
    }

    private void move(double[] parameters, double[] v, double[] g) {
        for (int k = 0; k < v.length; k++) {
            v[k] = carried(v[k]) + g[k];
            parameters[k] -= learningRate * v[k];
        }
    }

    /**
     * What is left of a velocity after a step.
     *
     * @param v a velocity
     * @return μ·v
     */
    protected double carried(double v) {
        return momentum * v;
    }
}
