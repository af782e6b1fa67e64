/** Sums over trades. */
package org.mirrorbook.domain.statistics;
