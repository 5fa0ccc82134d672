/**
 * What a command tells its user beside its result: exit codes, errors that the user can put right, progress on a
 * terminal, and how and with what it was run. Depends on what it tells of, and on no option or command; options and
 * commands may use it.
 */
package org.twinnet.compare.cli.text;
