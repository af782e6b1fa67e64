/** The preference pages of Mirrorbook, but for the exchange accounts. */
package org.mirrorbook.ui.preferences;
