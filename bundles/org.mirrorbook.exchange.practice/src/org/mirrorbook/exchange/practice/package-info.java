/** An exchange on the loopback interface, to practise with. */
package org.mirrorbook.exchange.practice;
