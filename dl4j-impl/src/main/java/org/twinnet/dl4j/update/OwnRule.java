package org.twinnet.dl4j.update;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/** What becomes of a gradient, where DL4J's own updaters do otherwise. It is saved with the network, by class name. */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
public sealed interface OwnRule {

    /**
     * The letters of what it remembers of each parameter, in the order of its formulas.
     *
     * @return one or more
     */
    List<String> memories();

    /**
     * Changes the memories, and says what is to be subtracted from the parameters.
     *
     * @param g the gradient, not modified
     * @param memories one array a letter, modified
     * @param rate α of this iteration
     * @param t the iteration, from 1
     * @return the update
     */
    INDArray update(INDArray g, List<INDArray> memories, double rate, int t);

    /**
     * Momentum, v ← μ·v + c·g; the update is α·v. DL4J has none: its {@code Nesterovs} looks ahead.
     *
     * @param momentum μ
     * @param share c, 1 or 1 − μ
     */
    record Momentum(
            @JsonProperty("momentum") double momentum,
            @JsonProperty("share") double share) implements OwnRule {
        @Override
        public List<String> memories() {
            return List.of("v");
        }

        @Override
        public INDArray update(INDArray g, List<INDArray> memories, double rate, int t) {
            INDArray v = memories.get(0);
            v.muli(momentum).addi(g.mul(share));
            return v.mul(rate);
        }
    }

    /**
     * Nesterov's momentum, v ← μ·v + g; the update is α·(g + μ·v). The velocity of DL4J's {@code Nesterovs} carries −α:
     * the same steps at a constant rate, others under a schedule.
     *
     * @param momentum μ
     */
    record Nesterov(@JsonProperty("momentum") double momentum) implements OwnRule {
        @Override
        public List<String> memories() {
            return List.of("v");
        }

        @Override
        public INDArray update(INDArray g, List<INDArray> memories, double rate, int t) {
            INDArray v = memories.get(0);
            v.muli(momentum).addi(g);
            return v.mul(momentum).addi(g).muli(rate);
        }
    }

    /**
     * AdaGrad, s ← s + g²; the update is α·g/(√s + ε). DL4J's {@code AdaGrad} begins with s = ε.
     *
     * @param epsilon ε
     */
    record AdaGrad(@JsonProperty("epsilon") double epsilon) implements OwnRule {
        @Override
        public List<String> memories() {
            return List.of("s");
        }

        @Override
        public INDArray update(INDArray g, List<INDArray> memories, double rate, int t) {
            INDArray s = memories.get(0);
            s.addi(g.mul(g));
            return g.mul(rate).divi(Transforms.sqrt(s, true).addi(epsilon));
        }
    }

    /**
     * RMSProp, s ← ρ·s + (1 − ρ)·g²; the update is α·g/(√s + ε). DL4J's {@code RmsProp} begins with s = ε.
     *
     * @param decay ρ
     * @param epsilon ε
     */
    record RmsProp(
            @JsonProperty("decay") double decay,
            @JsonProperty("epsilon") double epsilon) implements OwnRule {
        @Override
        public List<String> memories() {
            return List.of("s");
        }

        @Override
        public INDArray update(INDArray g, List<INDArray> memories, double rate, int t) {
            INDArray s = memories.get(0);
            s.muli(decay).addi(g.mul(g).muli(1 - decay));
            return g.mul(rate).divi(Transforms.sqrt(s, true).addi(epsilon));
        }
    }

    /**
     * Adam as its paper has it, m ← β₁·m + (1 − β₁)·g and v ← β₂·v + (1 − β₂)·g²; the update is α·m̂/(√v̂ + ε). DL4J's
     * {@code Adam} adds ε to √v before the correction. AMSGrad puts the largest v of all iterations in place of v.
     *
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param largest whether the largest v counts
     */
    record PaperAdam(
            @JsonProperty("beta1") double beta1,
            @JsonProperty("beta2") double beta2,
            @JsonProperty("epsilon") double epsilon,
            @JsonProperty("largest") boolean largest)
            implements OwnRule {
        @Override
        public List<String> memories() {
            return largest ? List.of("m", "v", "v_max") : List.of("m", "v");
        }

        @Override
        public INDArray update(INDArray g, List<INDArray> memories, double rate, int t) {
            INDArray m = memories.get(0);
            INDArray v = memories.get(1);
            m.muli(beta1).addi(g.mul(1 - beta1));
            v.muli(beta2).addi(g.mul(g).muli(1 - beta2));
            INDArray square = v;
            if (largest) {
                square = memories.get(2);
                square.assign(Transforms.max(square, v, true));
            }
            INDArray root = Transforms.sqrt(square.div(1 - Math.pow(beta2, t)), false);
            return m.mul(rate / (1 - Math.pow(beta1, t))).divi(root.addi(epsilon));
        }
    }
}
