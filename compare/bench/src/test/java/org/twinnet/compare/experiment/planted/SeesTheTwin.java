package org.twinnet.compare.experiment.planted;

import org.twinnet.compare.twin.Twin;

/** Breaks a rule on purpose: an experiment is said in words that belong to neither twin. It also closes a cycle. */
public record SeesTheTwin(Twin twin, org.twinnet.compare.report.planted.UsesAFramework other) {}
