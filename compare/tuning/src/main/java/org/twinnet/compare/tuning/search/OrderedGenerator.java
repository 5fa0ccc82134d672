package org.twinnet.compare.tuning.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.space.Setting;

/**
 * Makes any generator repeatable. It proposes candidate k when the results of all candidates 0 to k − lag are known,
 * and the generator inside has been told exactly these, in the order of their numbers. So what it proposes depends
 * neither on the number of workers, nor on which of them was fast, nor on interruptions.
 *
 * <p>Arbiter's loop calls all this in one thread. It must never be made to wait here: the results that are waited for
 * come in the same thread. While they are missing there are no more candidates, and the loop asks again after the next
 * result.
 */
@SuppressWarnings("rawtypes") // Arbiter's own signatures
final class OrderedGenerator implements CandidateGenerator {

    private final Search.Plan plan;
    private final UntriedSettings settings;
    private final Loss loss;
    private final Stop stop;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Map<Integer, Double> losses = new HashMap<>();
    private final Deque<Proposal> waiting = new ArrayDeque<>();
    private int told;
    private int running;
    private boolean exhausted;

    OrderedGenerator(Search.Plan plan, UntriedSettings settings, Loss loss, Stop stop) {
        int smallestLag = plan.kind().adaptive() ? 1 : 0;
        if (plan.lag() < smallestLag) {
            throw new IllegalArgumentException("the lag of the search "
                    + plan.kind().label() + " is at least " + smallestLag + ", not " + plan.lag());
        }
        this.plan = plan;
        this.settings = settings;
        this.loss = loss;
        this.stop = stop;
    }

    /**
     * Proposes everything again that led to some results, and learns from them.
     *
     * @param finished results of an interrupted search
     * @throws IllegalArgumentException if this plan does not lead to them
     */
    void replay(List<CandidateResult> finished) {
        Map<Integer, Proposal> before = new HashMap<>();
        int count = 0;
        for (CandidateResult result : finished) {
            int number = result.proposal().number();
            if (before.put(number, result.proposal()) != null) {
                throw new IllegalArgumentException("candidate " + number + " has two results");
            }
            losses.put(number, loss.of(result));
            count = Math.max(count, number + 1);
        }
        while (proposals.size() < count) {
            int number = proposals.size();
            if (!propose()) {
                throw new IllegalArgumentException(
                        "the results are of another plan: this one has no candidate " + number + " yet");
            }
            Proposal now = proposals.get(number);
            Proposal then = before.get(number);
            if (then == null) {
                waiting.add(now);
            } else if (!then.equals(now)) {
                throw new IllegalArgumentException("the results are of another plan: its candidate " + number + " was "
                        + then.setting() + ", here it is " + now.setting());
            }
        }
    }

    @Override
    public boolean hasMoreCandidates() {
        if (stop.wanted()) {
            return false;
        }
        if (waiting.isEmpty() && propose()) {
            waiting.add(proposals.get(proposals.size() - 1));
        }
        return !waiting.isEmpty();
    }

    /** The next proposal; by a supplier, because Arbiter would write and read any other value as bytes. */
    @Override
    public Candidate<Proposal> getCandidate() {
        Proposal proposal = waiting.remove();
        running++;
        return new Candidate<Proposal>(() -> proposal, proposal.number(), position(proposal));
    }

    @Override
    public void reportResults(OptimizationResult task) {
        running--;
        if (task.getModelSpecificResults() != null) {
            losses.put(task.getIndex(), task.getScore());
        }
    }

    /** Whether every candidate that was handed out has come back. */
    boolean nothingRuns() {
        return running == 0;
    }

    /** How it ended. */
    Search.Ending ending() {
        if (losses.size() == plan.candidates()) {
            return Search.Ending.COMPLETE;
        }
        return exhausted && losses.size() == proposals.size() ? Search.Ending.EXHAUSTED : Search.Ending.CANCELLED;
    }

    /** Proposes the next candidate, if there is one and all results that it depends on are known. */
    private boolean propose() {
        int number = proposals.size();
        int seen = plan.lag() == 0 ? 0 : Math.max(0, number - plan.lag() + 1);
        if (number >= plan.candidates() || exhausted || !tell(seen)) {
            return false;
        }
        Optional<Candidate<Setting>> next = settings.next();
        exhausted = next.isEmpty();
        next.ifPresent(candidate -> proposals.add(new Proposal(
                number,
                candidate.getValue(),
                Arrays.stream(candidate.getFlatParameters()).boxed().toList(),
                seen)));
        return !exhausted;
    }

    /** Tells the generator of the first so many results. */
    private boolean tell(int seen) {
        while (told < seen && losses.containsKey(told)) {
            double[] position = position(proposals.get(told));
            settings.learn(position, losses.get(told));
            told++;
        }
        return told == seen;
    }

    private static double[] position(Proposal proposal) {
        return proposal.position().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public ParameterSpace<?> getParameterSpace() {
        return settings.space();
    }

    /** Does nothing: the plan has the seed, and each generator was given it when it was made. */
    @Override
    public void setRngSeed(long seed) {}

    @Override
    public Class<?> getCandidateType() {
        return Proposal.class;
    }
}
