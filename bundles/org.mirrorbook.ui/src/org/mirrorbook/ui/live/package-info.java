/** The Live Positions view and the welcome that stands in its place while there is no account. */
package org.mirrorbook.ui.live;
