package org.mirrorbook.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.mirrorbook.mirror.MirrorTopics;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * The mirrors' events from the event bus. The bus has one thread for the whole product, so the handler only queues; whoever writes the
 * lines may be slow.
 */
final class BusEvents implements EventStream, EventHandler {

    /** Ours alone: what was posted before it was delivered before it. */
    private static final String MARK = "org/mirrorbook/cli/MARK";
    private static final Duration DELIVERY = Duration.ofSeconds(5);

    private final EventAdmin bus;
    private final Clock clock;
    private final BlockingQueue<Optional<MirrorEvent>> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch delivered = new CountDownLatch(1);
    private final ServiceRegistration<EventHandler> registration;

    BusEvents(BundleContext context, EventAdmin bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(EventConstants.EVENT_TOPIC, new String[] {MirrorTopics.MIRROR + "*", MirrorTopics.TRADE_PREFIX + "*", MARK});
        this.registration = context.registerService(EventHandler.class, this, properties);
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getTopic().equals(MARK)) {
            delivered.countDown();
        } else {
            queue.add(Optional.of(read(event)));
        }
    }

    @Override
    public Optional<MirrorEvent> next(Duration atMost) throws InterruptedException {
        var next = queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            return Optional.empty();
        }
        if (next.isEmpty()) {
            end();
        }
        return next;
    }

    @Override
    public void end() {
        queue.add(Optional.empty());
    }

    @Override
    public List<MirrorEvent> rest() throws InterruptedException {
        bus.postEvent(new Event(MARK, Map.<String, Object>of()));
        delivered.await(DELIVERY.toMillis(), TimeUnit.MILLISECONDS);
        var rest = new ArrayList<Optional<MirrorEvent>>();
        queue.drainTo(rest);
        return rest.stream().flatMap(Optional::stream).toList();
    }

    @Override
    public void close() {
        registration.unregister();
    }

    private MirrorEvent read(Event event) {
        var topic = event.getTopic();
        var at = event.getProperty(MirrorTopics.AT) instanceof Instant known ? known : clock.instant();
        return new MirrorEvent(topic.substring(topic.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                text(event, MirrorTopics.LABEL).orElse(""), text(event, MirrorTopics.ACCOUNT).orElse(""),
                text(event, MirrorTopics.TRADE), text(event, MirrorTopics.CODE),
                text(event, MirrorTopics.REASON), at);
    }

    private static Optional<String> text(Event event, String name) {
        return Optional.ofNullable(event.getProperty(name)).map(Object::toString).filter(text -> !text.isEmpty());
    }
}
