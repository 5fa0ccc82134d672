package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Way;

/**
 * Updates that are not numbers because a mistake takes the root of what is negative, such as a memory of gradients that
 * are not squared. It is named where it makes exactly those entries of the first such update no numbers, and explains
 * all others.
 */
final class NegativeRoots {

    private final CheckResult result;
    private final Setting setting;

    NegativeRoots(CheckResult result, Setting setting) {
        this.result = result;
        this.setting = setting;
    }

    /** What makes the parameters of an iteration no numbers; empty where nothing does, or it is no parameter. */
    Optional<Mistake> cause(Item first) {
        if (!isParameter(first)) {
            return Optional.empty();
        }
        Evidence steps = result.evidence().get(0);
        List<Item> updated = steps.items().stream()
                .filter(item -> item.iteration() == first.iteration() && isParameter(item))
                .toList();
        return Catalogue.of(setting).stream()
                .filter(mistake -> mistake.ways().stream().anyMatch(way -> makes(steps, mistake, way, updated)))
                .findFirst();
    }

    private static boolean isParameter(Item item) {
        return item.tensor().filter(name -> name.quantity().isParameter()).isPresent();
    }

    private boolean makes(Evidence steps, Mistake mistake, Way way, List<Item> updated) {
        Recipe recipe =
                way.probe(setting, mistake.scope().layers(setting.depth()).get(0));
        if (way.isFitted() || !recipe.isOfUpdate()) {
            return false;
        }
        Evidence.Trial trial = steps.under(recipe.on(result.recipe()));
        return updated.stream()
                .map(trial::face)
                .allMatch(facing -> facing.filter(NegativeRoots::isMade).isPresent());
    }

    private static boolean isMade(RecomputedTensor facing) {
        for (int k = 0; k < facing.actual().length; k++) {
            double actual = facing.actual()[k];
            double expected = facing.expected()[k];
            boolean made =
                    Double.isNaN(actual) ? Double.isNaN(expected) : Math.abs(actual - expected) <= facing.floor()[k];
            if (!made) {
                return false;
            }
        }
        return true;
    }
}
