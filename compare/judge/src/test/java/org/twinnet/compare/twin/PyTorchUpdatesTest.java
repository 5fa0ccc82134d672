package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;

@DisplayName("What both networks make of a gradient, beside PyTorch")
class PyTorchUpdatesTest {

    private static final int ITERATIONS = 200;

    /** Measured at most 2e-14, of both networks. */
    private static final double TOLERANCE = 1e-12;

    /**
     * Costs of iterations 0, 100 and 199 by PyTorch 1.13.0 in float64, with its own optimizers, schedules (the inverse
     * one a {@code LambdaLR}) and {@code clip_grad_value_}, and norms of its tensors, from the weights that NumPy's
     * RandomState(3) draws.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "schedule=step schedule.every=40 schedule.factor=0.5 optimizer=gradient-descent; 0.5; 0.7434573878770524; 0.3482660639579683; 0.3446857303084789",
                "schedule=step schedule.every=40 schedule.factor=0.5 optimizer=momentum; 0.1; 0.7434573878770524; 0.32837217293606746; 0.3255327855484146",
                "schedule=step schedule.every=40 schedule.factor=0.5 optimizer=nesterov; 0.1; 0.7434573878770524; 0.3292413534933777; 0.32636373199682395",
                "schedule=step schedule.every=40 schedule.factor=0.5 optimizer=rmsprop optimizer.epsilon=1e-3; 0.002; 0.7434573878770524; 0.5549156391778457; 0.5270354883182012",
                "schedule=step schedule.every=40 schedule.factor=0.5 optimizer=adam; 0.02; 0.7434573878770524; 0.3272055075263533; 0.32331163854116474",
                "schedule=exponential schedule.factor=0.98 optimizer=gradient-descent; 0.5; 0.7434573878770524; 0.3569112574931559; 0.35411428720509097",
                "schedule=exponential schedule.factor=0.98 optimizer=momentum; 0.1; 0.7434573878770524; 0.3400217054829221; 0.3371558088943793",
                "schedule=exponential schedule.factor=0.98 optimizer=nesterov; 0.1; 0.7434573878770524; 0.3404363832915341; 0.3376039826668464",
                "schedule=exponential schedule.factor=0.98 optimizer=rmsprop optimizer.epsilon=1e-3; 0.002; 0.7434573878770524; 0.6060397822865818; 0.592716136552943",
                "schedule=exponential schedule.factor=0.98 optimizer=adam; 0.02; 0.7434573878770524; 0.3387108466852116; 0.3345833068267024",
                "schedule=inverse schedule.rate=0.05 schedule.power=0.75 optimizer=gradient-descent; 0.5; 0.7434573878770524; 0.35576662655110586; 0.34803631159348053",
                "schedule=inverse schedule.rate=0.05 schedule.power=0.75 optimizer=momentum; 0.1; 0.7434573878770524; 0.33924635261347225; 0.33138109568828067",
                "schedule=inverse schedule.rate=0.05 schedule.power=0.75 optimizer=nesterov; 0.1; 0.7434573878770524; 0.3396289325563374; 0.33176704808786117",
                "schedule=inverse schedule.rate=0.05 schedule.power=0.75 optimizer=rmsprop optimizer.epsilon=1e-3; 0.002; 0.7434573878770524; 0.6017177794882712; 0.555383905282821",
                "schedule=inverse schedule.rate=0.05 schedule.power=0.75 optimizer=adam; 0.02; 0.7434573878770524; 0.33751147446385443; 0.3269527351699696",
                "weight_decay=0.1 optimizer=gradient-descent; 0.5; 0.7434573878770524; 0.6614404839769299; 0.6898968858024452",
                "weight_decay=0.1 optimizer=momentum; 0.1; 0.7434573878770524; 0.34708750470405225; 0.347258160835442",
                "weight_decay=0.1 optimizer=adamw; 0.02; 0.7434573878770524; 0.32241451774508784; 0.31615565779535415",
                "weight_decay=0.1 optimizer=adamw schedule=exponential schedule.factor=0.98; 0.02; 0.7434573878770524; 0.3400048057609463; 0.33610163416001354",
                "clip=value clip.limit=0.02 optimizer=gradient-descent penalty.l2=0.7; 0.5; 0.7652361345376852; 0.3778390704013795; 0.36777501605888596",
                "clip=value clip.limit=0.02 clip.after_penalty=true optimizer=gradient-descent penalty.l2=0.7; 0.5; 0.7652361345376852; 0.3783497206902431; 0.3680555188441383",
                "clip=norm-per-layer clip.limit=0.03 optimizer=momentum penalty.l2=0.7; 0.1; 0.7652361345376852; 0.36975626922597576; 0.35996452189162875",
                "clip=norm-per-layer clip.limit=0.03 clip.after_penalty=true optimizer=momentum penalty.l2=0.7; 0.1; 0.7652361345376852; 0.36887767145424305; 0.35890528360061535",
                "clip=norm-per-layer clip.limit=0.03 clip.after_penalty=true optimizer=adamw weight_decay=0.1; 0.02; 0.7434573878770524; 0.31509168319145076; 0.31336612283191134",
                "clip=norm clip.limit=0.03 optimizer=gradient-descent penalty.l2=0.7; 0.5; 0.7652361345376852; 0.47687669096291035; 0.3856765840861728",
                "clip=norm clip.limit=0.03 clip.after_penalty=true optimizer=momentum penalty.l2=0.7; 0.1; 0.7652361345376852; 0.3855997983325663; 0.36522470402893165"
            })
    void should_train_to_its_costs(String changes, double rate, double first, double middle, double last) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("layers[].activation", "tanh");
        for (String change : changes.split(" ", -1)) {
            String[] part = change.split("=", 2);
            settings.put(part[0], value(part[1]));
        }
        settings.put("optimizer.learning_rate", rate);
        Experiment experiment = ExperimentTree.with(Experiment.of(2, 8, 4, 1).iterations(ITERATIONS), settings);
        Dataset pitch = ShippedData.pitch().train();
        List<TwinFactory> factories = experiment.clip() instanceof Clipping.Norm
                ? List.of(ScratchTwin.factory())
                : List.of(ScratchTwin.factory(), Dl4jTwin::withLogitLoss);
        for (TwinFactory factory : factories) {
            try (Twin twin = factory.create(experiment, pitch)) {
                double[] costs = new double[ITERATIONS];
                for (int t = 0; t < ITERATIONS; t++) {
                    costs[t] = twin.step();
                }
                String name = twin.name().toString();
                assertEquals(first, costs[0], TOLERANCE * first, name);
                assertEquals(middle, costs[ITERATIONS / 2], TOLERANCE * middle, name);
                assertEquals(last, costs[ITERATIONS - 1], TOLERANCE * last, name);
            }
        }
    }

    private static Object value(String text) {
        if (text.matches("true|false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("[-0-9.e]+") ? (Object) Double.valueOf(text) : text;
    }
}
