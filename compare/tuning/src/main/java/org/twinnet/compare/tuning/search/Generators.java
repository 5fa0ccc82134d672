package org.twinnet.compare.tuning.search;

import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.GeneticSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.GridSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.RandomSearchGenerator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.ArithmeticCrossover;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.parentselection.RandomTwoParentSelection;
import org.deeplearning4j.arbiter.optimize.generator.genetic.mutation.RandomMutationOperator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.population.PopulationModel;
import org.deeplearning4j.arbiter.optimize.generator.genetic.selection.GeneticSelectionOperator;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;

/** Arbiter's generators, and TPE, for a plan. */
final class Generators {

    private static final int POPULATION = 12;
    private static final double MUTATION_RATE = 0.1;

    private final Search.Plan plan;
    private final SettingSpace space;
    private final SplittableRandom seeds;

    /** Neighbouring seeds of Java's generator begin with nearly the same number, therefore they are scattered first. */
    Generators(Search.Plan plan, SettingSpace space) {
        this.plan = plan;
        this.space = space;
        seeds = new SplittableRandom(plan.seed());
    }

    CandidateGenerator generator() {
        return switch (plan.kind()) {
            case RANDOM -> random();
            case GRID -> grid();
            case GENETIC -> genetic();
            case TPE -> new TpeGenerator(space, seeds.nextLong());
        };
    }

    CandidateGenerator random() {
        RandomSearchGenerator random = new RandomSearchGenerator(space);
        random.setRngSeed(seeds.nextLong());
        return random;
    }

    /** In the order of the points: Arbiter shuffles before it is given a seed. */
    private CandidateGenerator grid() {
        int points = plan.space()
                .gridPoints(plan.candidates())
                .orElseThrow(() -> new IllegalArgumentException("a grid over this space needs at least "
                        + smallestGrid() + " candidates, not " + plan.candidates()));
        Map<String, Object> none = Map.of();
        return new GridSearchCandidateGenerator(
                space, points, GridSearchCandidateGenerator.Mode.Sequential, none, false);
    }

    /** Every choice with both ends of every range. */
    private long smallestGrid() {
        return plan.space().axes().stream()
                .map(SearchSpace.Axis::dimension)
                .mapToLong(dimension -> dimension instanceof Dimension.Range
                        ? 2
                        : dimension.values().size())
                .reduce(1, Math::multiplyExact);
    }

    /**
     * All its operators draw from one seeded generator: Arbiter's own ones have no seed, and the seed of a search does
     * not reach them.
     */
    private CandidateGenerator genetic() {
        RandomGenerator random = new JDKRandomGenerator();
        random.setSeed(seeds.nextLong());
        return new GeneticSearchCandidateGenerator.Builder(space, new Loss(plan.metric()))
                .populationModel(
                        new PopulationModel.Builder().populationSize(POPULATION).build())
                .selectionOperator(new GeneticSelectionOperator.Builder()
                        .randomGenerator(random)
                        .crossoverOperator(new ArithmeticCrossover.Builder()
                                .randomGenerator(random)
                                .parentSelection(new CopiedParents(random))
                                .build())
                        .mutationOperator(new RandomMutationOperator.Builder()
                                .randomGenerator(random)
                                .mutationRate(MUTATION_RATE)
                                .build())
                        .build())
                .build();
    }

    /**
     * Arbiter mutates in place, where nothing was crossed the stored parent itself, which would keep the score of what
     * it was.
     */
    private static final class CopiedParents extends RandomTwoParentSelection {

        CopiedParents(RandomGenerator random) {
            super(random);
        }

        @Override
        public double[][] selectParents() {
            double[][] parents = super.selectParents();
            return new double[][] {parents[0].clone(), parents[1].clone()};
        }
    }
}
