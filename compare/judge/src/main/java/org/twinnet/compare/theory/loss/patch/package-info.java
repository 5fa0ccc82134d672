/**
 * What people make of a loss by mistake: chapters that are another one in part. They get the right chapter and know
 * none by name. Depends on {@code theory} only; chapters of losses and their mistakes depend on it.
 */
package org.twinnet.compare.theory.loss.patch;
