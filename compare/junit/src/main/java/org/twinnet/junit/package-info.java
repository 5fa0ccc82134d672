/**
 * What a test of somebody's own network needs: {@link org.twinnet.junit.OwnNetwork} to implement,
 * {@link org.twinnet.junit.OwnExperiment} to say what is trained, and {@link org.twinnet.junit.TwinnetAssertions}. It
 * may depend on everything of Twinnet but the command line; its own API shows only Java's types.
 */
package org.twinnet.junit;
