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
            assertThat(argument.scalars()).containsOnlyKeys(theirs.rows("args").get(0).scalars().keySet());
            // seconds: ten digits in both
            assertThat(argument.needText("timestamp")).hasSameSizeAs(theirs.rows("args").get(0).needText("timestamp"));
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
    void ofAllPrivateChannelsOfAProductWeSubscribeAllButTheEquity() {
        var theirs = fixture("subscribe-request-all-private-1.json");
        var ours = dialect.subscribe(PrivateDialect.topics(PRODUCTS)).stream().map(reader::read).toList();
        assertThat(ours).allSatisfy(message -> assertThat(message.scalars()).isEqualTo(theirs.scalars()))
                .allSatisfy(message -> assertThat(message.rows("args")).hasSizeLessThanOrEqualTo(15));
        var all = ours.stream().flatMap(message -> message.rows("args").stream()).toList();
        var oursOfUsdt = all.stream().filter(argument -> argument.needText("instType").equals("USDT-FUTURES")).toList();
        assertThat(theirs.rows("args")).containsAll(oursOfUsdt);
        assertThat(theirs.rows("args")).filteredOn(argument -> !oursOfUsdt.contains(argument))
                .extracting(argument -> argument.needText("channel")).containsExactly("equity");
        // six channels of three products
        assertThat(all).hasSize(18).doesNotHaveDuplicates();
    }

    @Test
    void balancesAreSubscribedByCoinAsDocumented() {
        assertThat(sent(dialect.subscribe(Set.of("USDT-FUTURES/account/default")))).isEqualTo(fixture("subscribe-request-account-1.json"));
    }

    private WireRow sent(List<String> messages) {
        assertThat(messages).hasSize(1);
        return reader.read(messages.get(0));
    }

    private WireRow fixture(String name) {
        return reader.read(Fixtures.read(name));
    }
}
