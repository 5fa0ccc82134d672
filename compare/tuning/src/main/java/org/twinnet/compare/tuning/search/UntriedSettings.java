package org.twinnet.compare.tuning.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.space.Setting;

/**
 * A generator's settings, each only once. A generator that repeats itself is asked again, but not for ever: then the
 * first setting that was not tried takes the place, or where there are too many to count a random one. Arbiter's
 * genetic generator gives up altogether when it finds nothing new, and its loop would spin on a generator whose every
 * candidate is broken.
 */
final class UntriedSettings {

    private static final int ATTEMPTS = 100;

    private final SettingSpace space;
    private final CandidateGenerator generator;
    private final Optional<CandidateGenerator> substitute;
    private final Optional<List<Setting>> all;
    private final Set<Setting> tried = new HashSet<>();
    private int told;
    private Exception broken;

    UntriedSettings(
            SettingSpace space,
            CandidateGenerator generator,
            Optional<CandidateGenerator> substitute,
            Optional<List<Setting>> all) {
        this.space = space;
        this.generator = generator;
        this.substitute = substitute;
        this.all = all;
    }

    /** The settings of a plan; a grid has an end, so nothing takes its place. */
    static UntriedSettings of(Search.Plan plan) {
        SettingSpace space = new SettingSpace(plan.space());
        Generators generators = new Generators(plan, space);
        return new UntriedSettings(
                space,
                generators.generator(),
                plan.kind() == SearchKind.GRID ? Optional.empty() : Optional.of(generators.random()),
                plan.space().settings());
    }

    SettingSpace space() {
        return space;
    }

    /** A setting that was not given before, with its position; empty when there is none. */
    Optional<Candidate<Setting>> next() {
        if (all.isPresent() && tried.size() == all.get().size()) {
            return Optional.empty();
        }
        Optional<Candidate<Setting>> candidate = ask(generator);
        if (candidate.isEmpty() && all.isPresent()) {
            candidate = all.get().stream().filter(tried::add).findFirst().map(this::candidate);
        } else if (candidate.isEmpty() && substitute.isPresent()) {
            candidate = ask(substitute.get());
            if (candidate.isEmpty() && broken != null) {
                throw new IllegalStateException("no setting of the space could be formed", broken);
            }
        }
        return candidate;
    }

    /** Tells the generator of a result. */
    void learn(double[] position, double loss) {
        Candidate<Setting> candidate = new Candidate<Setting>(() -> space.getValue(position), told, position);
        generator.reportResults(new OptimizationResult(candidate, loss, told++, null, null, null));
    }

    @SuppressWarnings("unchecked") // all generators are over our space
    private Optional<Candidate<Setting>> ask(CandidateGenerator from) {
        // a grid ends by itself; its points may be one setting many times, where a coordinate has no place in it
        int attempts = substitute.isEmpty() ? Integer.MAX_VALUE : ATTEMPTS;
        for (int attempt = 0; attempt < attempts && from.hasMoreCandidates(); attempt++) {
            Candidate<Setting> candidate = from.getCandidate();
            if (candidate.getException() != null) {
                broken = candidate.getException();
            } else if (tried.add(candidate.getValue())) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Candidate<Setting> candidate(Setting setting) {
        return new Candidate<Setting>(() -> setting, tried.size(), space.position(setting));
    }
}
