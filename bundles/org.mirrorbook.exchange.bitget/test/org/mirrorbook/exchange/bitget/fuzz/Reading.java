package org.mirrorbook.exchange.bitget.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.bitget.stream.PrivateDialect;
import org.mirrorbook.exchange.bitget.stream.PublicDialect;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.unified.HoldMode;
import org.mirrorbook.exchange.bitget.unified.UnifiedDialect;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.Dialect;
import org.mirrorbook.exchange.link.LinkMessage;

/**
 * Reads a message on every road that it could come on, and holds what was taken against the naive reading. What is not taken has to be
 * counted. Each dialect reads the messages of the other kind of account too, as it would after an unnoticed change of the account.
 */
final class Reading {

    private static final String FLAT = "{\"action\":\"snapshot\",\"arg\":{\"instType\":\"UTA\",\"topic\":\"position\"},"
            + "\"data\":[],\"ts\":1}";

    private final Unheard unheard = new Unheard("fuzz");
    private final Dialect account = new PrivateDialect(URI.create("wss://host/v2/ws/private"), PRODUCTS, new VenueErrors(Environment.LIVE),
            compare -> "", unheard);
    private final Dialect prices = new PublicDialect(URI.create("wss://host/v2/ws/public"), PRODUCTS, new VenueErrors(Environment.LIVE),
            unheard);
    private final WireReader reader = new WireReader();
    long taken;
    long refused;
    long answers;

    void read(Sample sample, String text) {
        socket(account, text, NaiveReading::push);
        socket(prices, text, this::marksOf);
        // a connection that is new, and one on which the list of positions has come
        socket(unified(), text, tree -> NaiveUnified.push(tree, true));
        var begun = unified();
        begun.read(FLAT, 1, NOW);
        socket(begun, text, tree -> NaiveUnified.push(tree, false));
        (sample.classic() ? Lists.of(sample.name()) : Lists.ofUnified(sample.name())).ifPresent(lists -> rest(lists, text));
    }

    private Dialect unified() {
        return new UnifiedDialect(URI.create("wss://host/v3/ws/private"), PRODUCTS, new HoldMode(), new VenueErrors(Environment.LIVE),
                compare -> "", unheard);
    }

    private void socket(Dialect dialect, String text, Function<Map<?, ?>, List<String>> naive) {
        long before = unheard.count();
        switch (dialect.read(text, 1, NOW)) {
            case LinkMessage.Observed observed -> {
                assertThat(observed.batch().message().text()).isEqualTo(text);
                compare(observed.batch().seen().stream().flatMap(seen -> Told.of(seen).stream()).toList(), () -> naive.apply(tree(text)));
            }
            case LinkMessage.Marks marks -> compare(marks.marks().stream().map(Told::of).toList(), () -> naive.apply(tree(text)));
            case LinkMessage.Unreadable unreadable -> {
                assertThat(unheard.count()).isGreaterThan(before);
                refused++;
            }
            case LinkMessage.Pong pong -> assertThat(text).isEqualTo("pong");
            // only an answer to a request may say nothing of positions without being counted; prices of other channels are nobody's
            case LinkMessage.Nothing nothing when dialect == prices -> answers++;
            case LinkMessage other -> {
                assertThat(tree(text).get("event")).as("an answer: %s", other).isNotNull();
                answers++;
            }
        }
    }

    private List<String> marksOf(Map<?, ?> tree) {
        // a product that is not ours has no prices here
        var product = NaiveReading.value((Map<?, ?>) tree.get("arg"), "instType");
        return PRODUCTS.scope(product == null ? "" : product).isEmpty() ? List.of() : NaiveReading.push(tree);
    }

    private void rest(Lists lists, String text) {
        List<String> told;
        try {
            told = lists.product().apply(reader.read(text));
        } catch (UnreadableFrame strange) {
            refused++;
            return;
        }
        if (lists.naive().isPresent()) {
            compare(told, () -> lists.naive().get().apply(tree(text)));
        }
    }

    private void compare(List<String> told, Supplier<List<String>> naive) {
        assertThat(told).isEqualTo(naive.get());
        taken++;
    }

    private static Map<?, ?> tree(String text) {
        return (Map<?, ?>) NaiveJson.tree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
