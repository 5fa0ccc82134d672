package org.twinnet.compare.agreement;

import java.util.function.UnaryOperator;
import org.twinnet.compare.twin.ForwardingTwin;
import org.twinnet.compare.twin.Twin;

/** A twin that predicts something else. */
public final class AlteredTwin extends ForwardingTwin {

    private final UnaryOperator<double[]> alteration;

    /**
     * Alters a twin.
     *
     * @param twin everything but predictions
     * @param alteration what becomes of the predictions
     */
    public AlteredTwin(Twin twin, UnaryOperator<double[]> alteration) {
        super(twin);
        this.alteration = alteration;
    }

    @Override
    public double[] predict(double[][] featureRows) {
        return alteration.apply(super.predict(featureRows));
    }
}
