/** Handlers of commands that belong to no single view. */
package org.mirrorbook.ui.commands;
