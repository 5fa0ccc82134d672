/**
 * What is trained, in words that belong to neither twin: the experiment, the published scenarios, names of parameters.
 * Everything in the comparison may depend on it; it depends on nothing.
 */
package org.twinnet.compare.experiment;
