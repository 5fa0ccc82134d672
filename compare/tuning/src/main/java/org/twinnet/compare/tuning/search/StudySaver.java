package org.twinnet.compare.tuning.search;

import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.saving.ResultReference;
import org.deeplearning4j.arbiter.optimize.api.saving.ResultSaver;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Proposal;

/** Hands each result on, with its hyper-parameters; Arbiter's savers keep the trained network and forget them. */
final class StudySaver implements ResultSaver {

    private final Consumer<CandidateResult> saver;

    StudySaver(Consumer<CandidateResult> saver) {
        this.saver = saver;
    }

    /** Gives no reference back: Arbiter's list of references grows for as long as the search runs. */
    @Override
    public ResultReference saveModel(OptimizationResult result, Object model) {
        saver.accept((CandidateResult) model);
        return null;
    }

    @Override
    public List<Class<?>> getSupportedCandidateTypes() {
        return List.of(Proposal.class);
    }

    @Override
    public List<Class<?>> getSupportedModelTypes() {
        return List.of(CandidateResult.class);
    }
}
