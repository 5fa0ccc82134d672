/**
 * Mistakes as data: which part of a step is another one, where, and what is said of it. A mistake itself lives beside
 * the chapter whose formula it changes. Depends on {@code experiment}, whose words say what is trained; chapters,
 * {@code replay}, {@code check} and {@code diagnosis} may depend on it.
 */
package org.twinnet.compare.theory.mistake;
