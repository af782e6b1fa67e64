/** Scenarios: files and single steps that say what happens at the exchange (docs/practice.md). */
package org.mirrorbook.exchange.practice.scenario;
