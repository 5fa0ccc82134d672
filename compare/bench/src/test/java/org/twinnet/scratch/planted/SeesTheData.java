package org.twinnet.scratch.planted;

import org.twinnet.data.Dataset;

/** Breaks a rule on purpose: the hand-written network depends on nothing. */
public record SeesTheData(Dataset data) {}
