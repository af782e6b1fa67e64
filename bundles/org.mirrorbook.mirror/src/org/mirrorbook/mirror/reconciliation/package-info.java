/** Compares journals with the venues' own books, life by life, and puts right what the user wants put right (docs/reconciliation.md). */
package org.mirrorbook.mirror.reconciliation;
