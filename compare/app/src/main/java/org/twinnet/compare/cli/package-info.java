/**
 * The commands: they read options, call the comparison, and render results. The top of the house; nothing depends on
 * it.
 */
package org.twinnet.compare.cli;
