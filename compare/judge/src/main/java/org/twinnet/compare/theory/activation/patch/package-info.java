/**
 * What people make of an activation by mistake: chapters that are another one in part. They get the right chapter and
 * know none by name. Depends on {@code theory} and {@code theory.mistake} only; chapters and their mistakes depend on
 * it.
 */
package org.twinnet.compare.theory.activation.patch;
