package org.twinnet.compare.report.planted;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinnet.compare.experiment.planted.SeesTheTwin;

/** Breaks a rule on purpose: what is rendered was computed elsewhere. It also closes a cycle. */
public record UsesAFramework(INDArray array, SeesTheTwin other) {}
