package org.twinnet.compare.move.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The classes that a configuration may name. Their names alone are used; none is loaded here. */
final class ModelTypes {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

    private static final Map<String, String> ALLOWED = new LinkedHashMap<>();

    static {
        allow(LAYERS, "DenseLayer OutputLayer LossLayer ActivationLayer DropoutLayer BatchNormalization");
        allow(
                "org.deeplearning4j.nn.conf.dropout.",
                "Dropout AlphaDropout GaussianDropout GaussianNoise SpatialDropout");
        allow(
                "org.deeplearning4j.nn.weights.",
                "WeightInitConstant WeightInitRelu WeightInitUniform WeightInitXavier WeightInitVarScalingUniformFanIn"
                        + " WeightInitVarScalingUniformFanAvg WeightInitVarScalingUniformFanOut WeightInitLecunUniform"
                        + " WeightInitVarScalingNormalFanIn WeightInitXavierLegacy WeightInitIdentity"
                        + " WeightInitNormal WeightInitSigmoidUniform WeightInitVarScalingNormalFanOut"
                        + " WeightInitVarScalingNormalFanAvg WeightInitReluUniform WeightInitDistribution"
                        + " WeightInitXavierUniform");
        allow(
                "org.deeplearning4j.nn.conf.distribution.",
                "ConstantDistribution BinomialDistribution GaussianDistribution TruncatedNormalDistribution"
                        + " UniformDistribution NormalDistribution LogNormalDistribution OrthogonalDistribution");
        allow(
                "org.deeplearning4j.nn.conf.constraint.",
                "MaxNormConstraint MinMaxNormConstraint NonNegativeConstraint UnitNormConstraint");
        allow("org.deeplearning4j.nn.conf.weightnoise.", "DropConnect WeightNoise");
        allow("org.deeplearning4j.nn.conf.stepfunctions.", "NegativeDefaultStepFunction DefaultStepFunction");
        allow(
                "org.nd4j.linalg.activations.impl.",
                "ActivationCube ActivationELU ActivationGELU ActivationHardSigmoid ActivationHardTanH"
                        + " ActivationIdentity ActivationLReLU ActivationMish ActivationRationalTanh ActivationReLU"
                        + " ActivationReLU6 ActivationRReLU ActivationRectifiedTanh ActivationSELU ActivationSigmoid"
                        + " ActivationSoftPlus ActivationSoftSign ActivationSoftmax ActivationSwish ActivationTanH"
                        + " ActivationThresholdedReLU");
        allow(
                "org.nd4j.linalg.learning.config.",
                "AMSGrad AdaBelief AdaDelta AdaGrad AdaMax Adam Nadam Nesterovs NoOp RmsProp Sgd");
        allow("org.nd4j.linalg.learning.regularization.", "L1Regularization L2Regularization WeightDecay");
        allow(
                "org.nd4j.linalg.schedule.",
                "CycleSchedule ExponentialSchedule FixedSchedule InverseSchedule MapSchedule PolySchedule RampSchedule"
                        + " SigmoidSchedule StepSchedule");
        allow(
                "org.nd4j.linalg.lossfunctions.impl.",
                "LossBinaryXENT LossCosineProximity LossFMeasure LossHinge LossKLD LossL1 LossL2 LossMAE LossMAPE"
                        + " LossMCXENT LossMSE LossMSLE LossMultiLabel LossNegativeLogLikelihood LossPoisson"
                        + " LossSparseMCXENT LossSquaredHinge LossWasserstein");
        allow(
                "org.twinnet.dl4j.activation.",
                "ExactGeluActivation LeakyReluActivation SoftmaxActivation SoftplusActivation SwishActivation");
        allow("org.twinnet.dl4j.batch.", "BatchStrength");
        allow("org.twinnet.dl4j.loss.", "LogitCrossEntropy LogitSoftmaxCrossEntropy MeanSquaredLoss QuadraticLoss");
        allow("org.twinnet.dl4j.normalization.", "LoneExampleBatchNormalization UnbiasedBatchNormalization");
        allow("org.twinnet.dl4j.update.", "ClippingUpdater DecoupledDecay OwnUpdater");
        allow("org.twinnet.dl4j.update.OwnRule$", "AdaGrad Momentum Nesterov PaperAdam RmsProp");
        allow("org.twinnet.dl4j.update.GradientClip$", "NormPerLayer Value");
    }

    private ModelTypes() {}

    private static void allow(String room, String names) {
        for (String name : names.split(" ", -1)) {
            ALLOWED.put(room + name, name);
        }
    }

    /** The simple name of an allowed class; those of an inner class tell the outer one as well. */
    static Optional<String> name(String type) {
        return Optional.ofNullable(ALLOWED.get(type))
                .map(name -> type.contains("$")
                        ? type.substring(type.lastIndexOf('.') + 1).replace('$', '.')
                        : name);
    }

    /** Whether a class is one of DL4J's layers, of which a few kinds are read. */
    static boolean isLayer(String type) {
        return type.matches("org\\.deeplearning4j\\.nn\\.conf\\.layers\\.[\\w.]+");
    }
}
