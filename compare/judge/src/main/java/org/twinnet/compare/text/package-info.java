/**
 * What is said, before it is put into a language, and text that people read, whatever came into it. The judge says
 * {@link org.twinnet.compare.text.Phrase}s, which are keys of {@link org.twinnet.compare.text.Said} with names and
 * numbers; reports and commands put them into a language. Depends on no other package; every room may use it.
 */
package org.twinnet.compare.text;
