package org.mirrorbook.exchange.practice;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes the practice venue. What was started and not closed by its owner closes with the component. */
@Component
public final class PracticeVenueComponent implements PracticeVenue {

    private final Clock clock;
    private final List<RunningExchange> running = new CopyOnWriteArrayList<>();

    @Activate
    public PracticeVenueComponent(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public PracticeExchange start(PracticeSettings settings) {
        RunningExchange exchange = new RunningExchange(settings, clock);
        running.add(exchange);
        return exchange;
    }

    @Deactivate
    void stop() {
        running.forEach(RunningExchange::close);
        running.clear();
    }
}
