/** The Trade view: facts, path, executions, notes and pictures of the selected trade. */
package org.mirrorbook.ui.trade;
