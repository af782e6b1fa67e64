/** What a trader risks: stops and targets with their origin, the unit of risk, excursions, and when a result counts as break-even. */
package org.mirrorbook.domain.risk;
