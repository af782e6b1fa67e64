package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/** Our requests, held against those that others are known to send with success. */
class RequestsTest {

    private static final Set<String> POSITIONS = Set.of("USDT-FUTURES/positions/default");

    private final WireReader reader = new WireReader();
    private final PrivateDialect dialect = new PrivateDialect(URI.create("wss://host/v2/ws/private"), PRODUCTS,
            new VenueErrors(Environment.LIVE), compare -> SignInText.of(new ApiCredential("k", "s", "p"), NOW), new Unheard("test"));

    @Test
    void aSignInHasTheFieldsOfTheDocumentedOne() {
        var theirs = fixture("login-request-1.json");
        var ours = reader.read(dialect.signIn(false));
        assertThat(ours.scalars()).isEqualTo(theirs.scalars());
        assertThat(ours.rows("args")).singleElement().satisfies(argument -> {
            assertThat(argument.scalars()).containsOnlyKeys(theirs.row("args").scalars().keySet());
            // seconds: ten digits in both
            assertThat(argument.needText("timestamp")).hasSameSizeAs(theirs.row("args").needText("timestamp"));
        });
    }

    @Test
    void aSubscriptionOfPositionsIsTheDocumentedOne() {
        assertThat(sent(dialect.subscribe(POSITIONS))).isEqualTo(fixture("subscribe-request-positions-1.json"));
    }

    @Test
    void anUnsubscriptionIsTheDocumentedOne() {
        assertThat(sent(dialect.unsubscribe(POSITIONS))).isEqualTo(fixture("unsubscribe-request-positions-1.json"));
    }

    @Test
    void ofAllPrivateChannelsOfAProductWeSubscribeThree() {
        var theirs = fixture("subscribe-request-all-private-1.json");
        var ours = sent(dialect.subscribe(PrivateDialect.topics(PRODUCTS)));
        assertThat(ours.scalars()).isEqualTo(theirs.scalars());
        var oursOfUsdt = ours.rows("args").stream().filter(argument -> argument.needText("instType").equals("USDT-FUTURES")).toList();
        assertThat(theirs.rows("args")).containsAll(oursOfUsdt);
        assertThat(theirs.rows("args")).filteredOn(argument -> !oursOfUsdt.contains(argument))
                .extracting(argument -> argument.needText("channel")).containsExactly("account", "orders", "orders-algo", "equity");
        assertThat(oursOfUsdt).extracting(argument -> argument.needText("channel")).containsExactly("fill", "positions-history",
                "positions");
        // three products
        assertThat(ours.rows("args")).hasSize(9);
    }

    @Test
    void balancesAreNotSubscribed() {
        var theirs = fixture("subscribe-request-account-1.json");
        assertThat(theirs.row("args").text("coin")).contains("default");
        var ours = sent(dialect.subscribe(PrivateDialect.topics(PRODUCTS)));
        assertThat(ours.rows("args")).doesNotContainAnyElementsOf(theirs.rows("args"))
                .allSatisfy(argument -> assertThat(argument.scalars()).containsOnlyKeys("instType", "channel", "instId"));
    }

    private WireRow sent(List<String> messages) {
        assertThat(messages).hasSize(1);
        return reader.read(messages.get(0));
    }

    private WireRow fixture(String name) {
        return reader.read(Fixtures.read(name));
    }
}
