package org.twinnet.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Examples to train on and, if there are any, others to test on.
 *
 * @param train the examples that a network learns from; both classes occur
 * @param test examples that it never sees, with the same number of features; empty when there are none
 * @param preparation what was done to the numbers of both
 */
public record Split(Dataset train, Optional<Dataset> test, Preparation preparation) {

    /**
     * Checks that the two parts belong together.
     *
     * @param train the examples that a network learns from
     * @param test the examples that it never sees, or none
     * @param preparation what was done to the numbers of both
     * @throws InvalidDataException if the training examples are of one class, or if the parts differ in their number of
     *     features or in their targets
     */
    public Split {
        train.requireBothClasses();
        int features = train.featureCount();
        test.filter(t -> t.featureCount() != features).ifPresent(t -> {
            throw new InvalidDataException(t.name() + ": " + t.featureCount() + " features, but the training set "
                    + train.name() + " has " + features + "; both need the same");
        });
        Targets targets = train.targets();
        test.filter(t -> !t.targets().equals(targets)).ifPresent(t -> {
            throw new InvalidDataException(t.name() + ": its targets are " + t.targets()
                    + ", those of the training set " + train.name() + " are " + targets + "; both need the same");
        });
    }

    /**
     * Examples as they are.
     *
     * @param train the examples that a network learns from
     * @param test the examples that it never sees, or none
     * @throws InvalidDataException as the other constructor
     */
    public Split(Dataset train, Optional<Dataset> test) {
        this(train, test, Preparation.NONE);
    }

    /**
     * The same examples, standardized by mean and deviation of those to train on.
     *
     * @return both parts, features alone changed
     * @throws InvalidDataException if a feature is too large for it
     */
    public Split standardized() {
        Standardization standardization = Standardization.of(train);
        return new Split(
                standardization.apply(train),
                test.map(standardization::apply),
                new Preparation(preparation.labelNames(), Optional.of(standardization)));
    }

    /**
     * The same examples to train on, without those to test on.
     *
     * @return a split without test examples
     */
    public Split withoutTest() {
        return new Split(train, Optional.empty(), preparation);
    }

    /**
     * Divides a data set at random, class by class, so that both parts hold the classes in nearly the same proportion.
     *
     * <p>Of each class, {@code round(testFraction · count)} examples are for testing, but one at least stays for
     * training. Within each part the examples keep the order that they had. The order is drawn from
     * {@link java.util.Random}, so a seed means the same split everywhere.
     *
     * @param dataset the examples; both classes occur
     * @param testFraction the share for testing, above 0 and below 1
     * @param seed the seed of the random order
     * @return the two parts
     * @throws InvalidDataException if the fraction is out of range, if no example would be left for testing, or if only
     *     one class occurs
     */
    public static Split of(Dataset dataset, double testFraction, long seed) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new InvalidDataException(dataset.name() + ": splitting off a fraction of " + testFraction
                    + " for testing; it must be above 0 and below 1");
        }
        dataset.requireBothClasses();
        boolean[] isTest = new boolean[dataset.size()];
        int tested = 0;
        for (int[] examples : ClassShuffle.byClass(dataset, seed)) {
            int share = (int) Math.max(0, Math.min(Math.round(testFraction * examples.length), examples.length - 1L));
            Arrays.stream(examples, 0, share).forEach(i -> isTest[i] = true);
            tested += share;
        }
        if (tested == 0) {
            throw new InvalidDataException(dataset.name() + ": a fraction of " + testFraction + " of " + dataset.size()
                    + " examples leaves none for testing; take a larger fraction");
        }
        return of(dataset, isTest);
    }

    /** The unmarked examples to train on and the marked ones to test on, both in the order of the data set. */
    static Split of(Dataset dataset, boolean[] isTest) {
        int[] train = IntStream.range(0, isTest.length).filter(i -> !isTest[i]).toArray();
        int[] test = IntStream.range(0, isTest.length).filter(i -> isTest[i]).toArray();
        return new Split(dataset.select(train), Optional.of(dataset.select(test)));
    }
}
