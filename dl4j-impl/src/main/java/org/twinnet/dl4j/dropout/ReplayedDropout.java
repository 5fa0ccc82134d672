package org.twinnet.dl4j.dropout;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.twinnet.dl4j.memory.FlatArray;

/**
 * Dropout with given masks: A ← A ∘ D / p in the forward pass, dA ← dA ∘ D / p backward, where p is the probability to
 * keep.
 *
 * <p>Masks drawn by NumPy can't come from DL4J's generator, so they are put in here. DL4J drops the <em>input</em> of a
 * layer: to mask the activations of layer l, set this on layer l + 1. One instance serves one layer of one network on
 * one thread; the masks themselves are not saved with a configuration.
 */
public final class ReplayedDropout implements IDropout {
    private static final long serialVersionUID = 1L;
    private static final int NOTHING_LOADED = -1;

    private final transient MaskSource source;

    @JsonProperty
    private final int layer;

    @JsonProperty
    private final int units;

    @JsonProperty
    private final double keepProbability;

    private transient List<Factor> factors;
    private transient Factor factor;
    private transient int loaded = NOTHING_LOADED;

    /** D/p of batches of one size, with the arrays that it is made in. */
    @SuppressWarnings("ArrayRecordComponent") // buffers of this class alone
    private record Factor(double[] mask, double[] scaled, INDArray array, FlatArray memory) {}

    /**
     * Dropout of one hidden layer's activations, or of the inputs.
     *
     * @param source the masks
     * @param layer the hidden layer whose activations are masked, from 1; 0 for the inputs
     * @param units its units
     * @param keepProbability p
     */
    public ReplayedDropout(MaskSource source, int layer, int units, double keepProbability) {
        this.source = source;
        this.layer = layer;
        this.units = units;
        this.keepProbability = keepProbability;
    }

    /** Restores what was saved, which is everything but the masks. */
    @JsonCreator
    @SuppressWarnings("UnusedMethod") // DL4J's JSON reader calls it
    private ReplayedDropout(
            @JsonProperty("layer") int layer,
            @JsonProperty("units") int units,
            @JsonProperty("keepProbability") double keepProbability) {
        this(null, layer, units, keepProbability);
    }

    @Override
    public INDArray applyDropout(
            INDArray inputActivations,
            INDArray resultArray,
            int iteration,
            int epoch,
            LayerWorkspaceMgr workspaceManager) {
        load(iteration, (int) inputActivations.size(0), inputActivations.dataType());
        return inputActivations.muli(factor.array(), resultArray);
    }

    @Override
    public INDArray backprop(INDArray gradAtOutput, INDArray gradAtInput, int iteration, int epoch) {
        return gradAtOutput.muli(factor.array(), gradAtInput);
    }

    /** DL4J calls this after every pass, also after one without dropout; given masks stay. */
    @Override
    public void clear() {
        // Nothing to forget: the next iteration replaces the mask.
    }

    @Override
    public IDropout clone() {
        return new ReplayedDropout(source, layer, units, keepProbability);
    }

    /** Makes D/p of an iteration the current factor. */
    private void load(int iteration, int examples, DataType type) {
        if (source == null) {
            throw new IllegalStateException("Dropout after layer " + layer
                    + ": masks are not saved with a network; build it anew from its settings and masks.");
        }
        if (loaded == iteration || (source.fixed() && loaded != NOTHING_LOADED)) {
            return;
        }
        loaded = NOTHING_LOADED;
        factor = ofSize(examples, type);
        source.mask(iteration, layer, factor.mask());
        scale(iteration, examples);
        factor.memory().copyFrom(factor.scaled());
        loaded = iteration;
    }

    @SuppressWarnings("try") // the scope is only opened and closed
    private Factor ofSize(int examples, DataType type) {
        if (factors == null) {
            factors = new ArrayList<>();
        }
        for (Factor made : factors) {
            if (made.array().size(0) == examples) {
                return made;
            }
        }
        // The array outlives the pass, so it must not lie in the workspace that is open during the pass.
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            // Row-major like the activations: an operation on two memory orders is several times slower.
            INDArray array = Nd4j.createUninitialized(type, new long[] {examples, units}, 'c');
            int length = units * examples;
            factors.add(new Factor(new double[length], new double[length], array, new FlatArray(array)));
        }
        return factors.get(factors.size() - 1);
    }

    /** From the notebook's D, units × m, to D/p transposed; 1/p is what DL4J's own dropout multiplies with. */
    private void scale(int iteration, int examples) {
        double kept = 1 / keepProbability;
        for (int unit = 0; unit < units; unit++) {
            for (int example = 0; example < examples; example++) {
                double d = factor.mask()[unit * examples + example];
                if (d != 0 && d != 1) {
                    throw new IllegalArgumentException("Dropout mask of layer " + layer + ", iteration " + iteration
                            + ": D[" + unit + "," + example + "] is " + d + "; allowed are 0 and 1.");
                }
                factor.scaled()[example * units + unit] = d * kept;
            }
        }
    }
}
