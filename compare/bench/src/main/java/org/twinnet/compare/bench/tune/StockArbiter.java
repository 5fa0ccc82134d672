package org.twinnet.compare.bench.tune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.deeplearning4j.arbiter.MultiLayerSpace;
import org.deeplearning4j.arbiter.conf.updater.SgdSpace;
import org.deeplearning4j.arbiter.layers.DenseLayerSpace;
import org.deeplearning4j.arbiter.layers.OutputLayerSpace;
import org.deeplearning4j.arbiter.optimize.api.data.DataSource;
import org.deeplearning4j.arbiter.optimize.api.termination.MaxCandidatesCondition;
import org.deeplearning4j.arbiter.optimize.config.OptimizationConfiguration;
import org.deeplearning4j.arbiter.optimize.distribution.LogUniformDistribution;
import org.deeplearning4j.arbiter.optimize.generator.RandomSearchGenerator;
import org.deeplearning4j.arbiter.optimize.parameter.FixedValue;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
import org.deeplearning4j.arbiter.optimize.runner.LocalOptimizationRunner;
import org.deeplearning4j.arbiter.scoring.impl.TestSetLossScoreFunction;
import org.deeplearning4j.arbiter.task.MultiLayerNetworkTaskCreator;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;

/**
 * The same random search as Arbiter's users write it: its own {@code MultiLayerSpace}, task creator, score function and
 * runner.
 */
final class StockArbiter {

    private StockArbiter() {}

    /** Trains so many candidates, each once, and returns the seconds that it took. */
    static double run(Path train, Path validation, int candidates, int iterations, int workers) {
        MultiLayerSpace space = new MultiLayerSpace.Builder()
                .seed(1)
                .updater(new SgdSpace(new FixedValue<>(0.3)))
                .l2(new ContinuousParameterSpace(new LogUniformDistribution(1e-6, 0.05)))
                .addLayer(dense(20).nIn(2).build())
                .addLayer(dense(3).dropOut(new ContinuousParameterSpace(0.5, 1)).build())
                .addLayer(new OutputLayerSpace.Builder()
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .lossFunction(LossFunction.XENT)
                        .dropOut(new ContinuousParameterSpace(0.5, 1))
                        .build())
                .numEpochs(iterations)
                .build();
        Properties files = new Properties();
        files.setProperty("train", train.toString());
        files.setProperty("validation", validation.toString());
        OptimizationConfiguration configuration = new OptimizationConfiguration.Builder()
                .candidateGenerator(new RandomSearchGenerator(space))
                .dataSource(Files.class, files)
                .scoreFunction(new TestSetLossScoreFunction())
                .terminationConditions(new MaxCandidatesCondition(candidates))
                .rngSeed(1)
                .build();
        long start = System.nanoTime();
        LocalOptimizationRunner runner =
                new LocalOptimizationRunner(workers, configuration, new MultiLayerNetworkTaskCreator());
        runner.execute();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (runner.numCandidatesFailed() > 0) {
            throw new IllegalStateException(runner.numCandidatesFailed() + " candidates failed");
        }
        return seconds * candidates / runner.numCandidatesCompleted();
    }

    private static DenseLayerSpace.Builder dense(int units) {
        return new DenseLayerSpace.Builder().nOut(new FixedValue<>(units)).activation(Activation.RELU);
    }

    /** Arbiter makes one by reflection for each candidate. */
    public static final class Files implements DataSource {
        private static final long serialVersionUID = 1L;

        private Properties files;

        /** Made by Arbiter. */
        public Files() {}

        @Override
        public void configure(Properties properties) {
            files = properties;
        }

        @Override
        public Object trainData() {
            return iterator("train");
        }

        @Override
        public Object testData() {
            return iterator("validation");
        }

        @Override
        public Class<?> getDataType() {
            return SingletonDataSetIterator.class;
        }

        private SingletonDataSetIterator iterator(String name) {
            Dataset examples = DataFiles.readTest(
                    Path.of(files.getProperty(name)), new ReadOptions(Optional.empty(), Optional.empty()));
            List<double[]> labels = new ArrayList<>();
            for (double label : examples.labels()) {
                labels.add(new double[] {label});
            }
            return new SingletonDataSetIterator(new DataSet(
                    Nd4j.createFromArray(examples.featureRows()),
                    Nd4j.createFromArray(labels.toArray(new double[0][]))));
        }
    }
}
