/** The history of comparisons with the exchanges' books. */
package org.mirrorbook.journal.jpa.runs;
