/** The entries of a trading journal: trades, their executions and their changes. */
package org.mirrorbook.domain.journal;
