/** Notifications on the desktop. */
package org.mirrorbook.ui.notify;
