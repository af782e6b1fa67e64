/** What the Trade view shows of one trade, without widgets. */
package org.mirrorbook.ui.model.trade;
