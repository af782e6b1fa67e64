/** What Live Positions and the Accounts strip show, without a widget. */
package org.mirrorbook.ui.model.live;
