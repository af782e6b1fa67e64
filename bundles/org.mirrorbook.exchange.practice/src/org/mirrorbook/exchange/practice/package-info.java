/**
 * An exchange on the loopback interface, to practise with: the service, the lane on which an exchange lives, and its server. The rooms
 * behind: {@code books} is the pure core, {@code trader} acts on it, {@code stream} and {@code rest} speak the venue's protocol in the
 * words of {@code wire}, {@code memory} outlives a restart.
 */
package org.mirrorbook.exchange.practice;
