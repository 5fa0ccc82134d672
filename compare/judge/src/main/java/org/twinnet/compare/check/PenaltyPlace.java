package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.twinnet.compare.check.bookkeeping.UpdateDirection;
import org.twinnet.compare.check.item.Ballot;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.optimizer.AdamInPlaceTheory;
import org.twinnet.compare.theory.optimizer.OptimizerParts;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * Where the gradient of the penalty is added where dW is that of the data alone: in the update, which is a bookkeeping,
 * or nowhere, which is a mistake. The updates tell, right or wrong ones; where the trace holds none, the cost behind
 * one, or the costs of the whole run. Where nothing tells, it stays open.
 */
final class PenaltyPlace {

    private final Trace trace;
    private final Ballot ballot;
    private final Recipe recipe;
    private final UpdateDirection direction;
    private final Set<Integer> inUpdate = new TreeSet<>();
    private final Set<Integer> pending = new TreeSet<>();
    private final Set<Integer> silent = new TreeSet<>();
    private boolean mixed;
    private boolean elsewhere;

    /**
     * Decides.
     *
     * @param trace what a network wrote down
     * @param ballot lets its tensors decide
     * @param recipe the right formulas under the bookkeeping that is known
     * @param trainsRight whether later costs are those of the right updates
     * @param trainsUnpenalized whether they are those of updates without any penalty; only asked where nothing else
     *     tells
     */
    PenaltyPlace(Trace trace, Ballot ballot, Recipe recipe, boolean trainsRight, BooleanSupplier trainsUnpenalized) {
        this.trace = trace;
        this.ballot = ballot;
        this.recipe = recipe;
        this.direction = new UpdateDirection(trace);
        for (int l = 1; l <= trace.depth(); l++) {
            layer(l);
        }
        boolean shown = !inUpdate.isEmpty();
        if (!shown && !pending.isEmpty() && !elsewhere) {
            Ballot.Count adam = adam();
            Ballot.Count told = adam.isOpen() ? laterCosts() : adam;
            shown = trainsRight || told.isFor();
            elsewhere = !shown && (told.isAgainst() || trainsUnpenalized.getAsBoolean());
        }
        if (shown) {
            // what one layer shows is the rule of all, whatever else is wrong with the others
            inUpdate.addAll(pending);
            inUpdate.addAll(silent);
        }
    }

    private void layer(int layer) {
        Recipe otherwise = recipe.with(Variant.PENALTY_IN_UPDATE, layer);
        Ballot.Count kept = ballot.count(held(Quantity.dW, layer), recipe, otherwise);
        if (kept.isAgainst()) {
            mixed = true;
            return;
        }
        Ballot.Count behind = ballot.count(held(Quantity.W, layer), recipe, otherwise);
        if (behind.isFor()) {
            inUpdate.add(layer);
        } else if (kept.isFor()) {
            switch (behind.isOpen() ? direction.of(layer) : UpdateDirection.Along.UNPENALIZED) {
                case PENALIZED -> inUpdate.add(layer);
                case UNPENALIZED -> elsewhere = true;
                case OTHERWISE -> {
                    elsewhere = true;
                    pending.add(layer);
                }
                case UNKNOWN -> pending.add(layer);
            }
        } else if (kept.isOpen() && behind.isOpen() && !held(Quantity.dW, layer).isEmpty()) {
            silent.add(layer);
        }
    }

    /** The layers whose penalty is added in the update. */
    List<Integer> inUpdate() {
        return List.copyOf(inUpdate);
    }

    /** The layers of which nothing tells whether it is. Where one keeps its penalty in dW, the others leave it out. */
    List<Integer> open() {
        return mixed || elsewhere || !inUpdate.isEmpty() ? List.of() : List.copyOf(pending);
    }

    /** What is not known and which entry would tell, where something is open. */
    Optional<Phrase> question() {
        List<Integer> open = open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        TensorName gradient = held(Quantity.dW, open.get(0)).get(0);
        TensorName next = new TensorName(Quantity.W, gradient.layer(), gradient.iteration() + 1);
        SaidOfCheck question =
                trace.tensors().containsKey(next) ? SaidOfCheck.PENALTY_PLACE : SaidOfCheck.PENALTY_NOT_SEEN;
        return Optional.of(question.of(Coverage.shortened(open), next.toString()));
    }

    /**
     * Adam's steps depend on the gradient and not along it: it is tried from iteration 0 on, as no trace holds its
     * moments.
     */
    private Ballot.Count adam() {
        List<TensorName> weights = trace.tensors().keySet().stream()
                .filter(name -> name.quantity() == Quantity.W)
                .toList();
        int yes = 0;
        int no = 0;
        int refuting = 0;
        for (OptimizerTheory adam :
                List.of(AdamInPlaceTheory.USUAL, AdamInPlaceTheory.OF_KERAS, AdamInPlaceTheory.UNCORRECTED)) {
            Recipe rule = recipe.with(OptimizerParts.RULE, 0, Patch.inPlace(adam));
            Ballot.Count count = ballot.count(weights, rule, everywhere(rule));
            yes += count.yes();
            no += count.no();
            refuting += count.refuting();
        }
        return new Ballot.Count(yes, no, refuting);
    }

    /**
     * Costs right behind an update whose result is not in the trace: they are those of parameters that the penalty has
     * moved, or not.
     */
    private Ballot.Count laterCosts() {
        List<Item> behind = new ArrayList<>();
        for (ReportedCost cost : trace.costs()) {
            if (Coverage.isBehindUnseenUpdate(trace, cost.iteration())) {
                behind.add(Item.cost(cost.iteration()));
            }
        }
        return ballot.countItems(behind, recipe, everywhere(recipe));
    }

    private Recipe everywhere(Recipe rule) {
        Recipe altered = rule;
        for (int layer : pending) {
            altered = altered.with(Variant.PENALTY_IN_UPDATE, layer);
        }
        return altered;
    }

    private List<TensorName> held(Quantity quantity, int layer) {
        return trace.tensors().keySet().stream()
                .filter(name -> name.quantity() == quantity && name.layer() == layer)
                .toList();
    }
}
