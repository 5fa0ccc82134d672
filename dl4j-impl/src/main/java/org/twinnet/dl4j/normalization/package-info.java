/** Batch normalization for DL4J's network, where its own does otherwise. Depends on DL4J only. */
package org.twinnet.dl4j.normalization;
