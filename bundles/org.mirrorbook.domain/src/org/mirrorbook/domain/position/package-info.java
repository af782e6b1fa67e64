/** Positions, their slots and their figures, as an exchange reports them. */
package org.mirrorbook.domain.position;
