package org.mirrorbook.runtime;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.osgi.service.component.annotations.Component;

/** The machine's clock in UTC, as the service {@link Clock}: nobody else asks the machine for the time. */
@Component(service = Clock.class)
public final class SystemClock extends Clock {

    private final Clock machine = Clock.systemUTC();

    @Override
    public Instant instant() {
        return machine.instant();
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}
