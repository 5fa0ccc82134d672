package org.twinnet.compare.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.Items;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Trace;

/**
 * Each item by the numbers right before it. With allowances only the costs are evidence, and may differ by so much more
 * than rounding: their parameters are those of the right run, so that they tell mistakes of the cost and no others.
 */
final class StepEvidence implements Evidence {

    private final Trace trace;
    private final Items all;
    private final Map<Integer, Double> allowances;
    private final List<Item> items;

    StepEvidence(Trace trace, Recipe base, Map<Integer, Double> allowances) {
        this.trace = trace;
        this.all = new Items(trace);
        this.allowances = Map.copyOf(allowances);
        Trial right = under(base);
        this.items =
                all.held().stream().filter(item -> right.face(item).isPresent()).toList();
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public Trial under(Recipe recipe) {
        if (!allowances.isEmpty() && !recipe.trainsRight()) {
            // trained otherwise, the run would have come to other parameters
            return item -> Optional.empty();
        }
        Replay replay = new Replay(trace, recipe);
        return item -> {
            Optional<RecomputedTensor> facing = all.face(item, replay);
            Double allowance = item.tensor().isEmpty() ? allowances.get(item.iteration()) : null;
            if (facing.isPresent() && allowance != null) {
                facing.get().floor()[0] += allowance;
            }
            return facing;
        };
    }
}
