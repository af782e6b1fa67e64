/** What the views show, without a widget: rows, cells, totals, differences, and how often they may be shown. */
package org.mirrorbook.ui.model;
