/** Figures over many trades. */
package org.mirrorbook.domain.statistics;
