package org.twinnet.dl4j.runtime;

/** What lies beneath {@code MultiLayerNetwork.fit}. Both engines compute the same bits. */
public enum Engine {
    /** The caches and the flat updater of {@code org.twinnet.dl4j.engine}, one thread, bounded memory. */
    FAST,

    /** ND4J and Deeplearning4j as they are delivered, for comparison. */
    PLAIN
}
