package org.mirrorbook.exchange.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A simulated venue that numbers what happens, tells every subscriber, and begins with a snapshot: the number of what happened last. */
final class ToyVenue {

    final SimulatedNetwork network;
    /** What to do with a new connection in place of serving it; null to serve it. */
    Consumer<SimulatedNetwork.Line> mood;
    int happened;
    private final List<SimulatedNetwork.Line> subscribed = new ArrayList<>();

    ToyVenue(SimulatedNetwork network) {
        this.network = network;
        network.venue = line -> {
            if (mood != null) {
                mood.accept(line);
            } else {
                serve(line);
            }
        };
    }

    void serve(SimulatedNetwork.Line line) {
        line.ears = text -> {
            if (text.equals("ping")) {
                line.say("pong");
            } else if (text.startsWith("subscribe")) {
                line.say("ack");
                line.say("snapshot " + happened);
                subscribed.add(line);
            }
        };
        line.open();
        // the cut that comes every 24 h (protocol notes, Bitget 2.4)
        network.after(Duration.ofHours(24), () -> {
            subscribed.remove(line);
            line.cut();
        });
    }

    /** Something happens. */
    void happen() {
        happened++;
        subscribed.removeIf(line -> line.gone);
        subscribed.forEach(line -> line.say("batch " + happened));
    }

    /** Drops every connection. */
    void cutAll() {
        network.lines.stream().filter(line -> !line.gone).forEach(SimulatedNetwork.Line::cut);
    }
}
