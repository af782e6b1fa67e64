/** What a venue says about positions, fills and closes, in one vocabulary and one sign convention. */
package org.mirrorbook.domain.position;
