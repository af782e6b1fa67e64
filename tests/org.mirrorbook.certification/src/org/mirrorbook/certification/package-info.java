/**
 * The certification of connectors: stories that hold for every venue, told against a stage of it. How to add a venue is in
 * {@code docs/exchanges.md}.
 */
package org.mirrorbook.certification;
