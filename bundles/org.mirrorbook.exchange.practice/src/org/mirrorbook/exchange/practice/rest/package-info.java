/** REST: routes, signed requests, paging. */
package org.mirrorbook.exchange.practice.rest;
