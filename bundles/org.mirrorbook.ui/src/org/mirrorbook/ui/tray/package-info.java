/** The icon in the tray of the desktop, where it has one. */
package org.mirrorbook.ui.tray;
