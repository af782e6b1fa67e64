package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

/**
 * Two clients that others wrote against the real exchange sign in to the practice exchange, watch positions, and read history. Skipped
 * only where npm is missing, and then it says so.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PublicClientsTest {

    private static final Set<String> SIDES = Set.of("long", "short");

    private PublicClients clients;
    private PracticeProcess classic;
    private PracticeProcess unified;

    @BeforeAll
    void twoPracticeExchangesWhoseTradersAreQuick(@TempDir Path user) throws IOException {
        assumeTrue(PublicClients.canBeInstalled(), "npm or node is missing: the public clients cannot be installed");
        clients = new PublicClients();
        var product = new Product(user);
        var scenario = Files.writeString(user.resolve("unified.json"), "{\"kind\": \"unified\", \"trader\": true}");
        classic = new PracticeProcess(product, "practice", "--seed", "11", "--speed", "15");
        unified = new PracticeProcess(product, "practice", "--seed", "11", "--speed", "15", "--scenario", scenario.toString());
    }

    @AfterAll
    void theyEnd() {
        Stream.of(classic, unified).filter(Objects::nonNull).forEach(PracticeProcess::close);
    }

    @Test
    void ccxtWatchesPositionsAndReadsTheHistory() throws Exception {
        var seen = clients.see("ccxt.mjs", classic, "classic");

        assertThatItWatched(seen);
        assertThatItIsTheVenuesOwn(seen.get("closed"), classic.history());
    }

    @Test
    void ccxtDoesSoOnAUnifiedAccount() throws Exception {
        var seen = clients.see("ccxt.mjs", unified, "unified");

        assertThatItWatched(seen);
        assertThatItIsTheVenuesOwn(seen.get("closed"), unified.unifiedHistory());
    }

    @Test
    void bitgetApiSignsInWatchesPositionsAndReadsTheHistory() throws Exception {
        var seen = clients.see("bitget-api.mjs", classic, "classic");

        assertThatItHeard(seen);
        assertThatItIsTheVenuesOwn(seen.get("closed"), classic.history());
    }

    @Test
    void bitgetApiDoesSoOnAUnifiedAccount() throws Exception {
        var seen = clients.see("bitget-api.mjs", unified, "unified");

        assertThatItHeard(seen);
        assertThatItIsTheVenuesOwn(seen.get("closed"), unified.unifiedHistory());
    }

    private static void assertThatItWatched(JsonNode seen) {
        assertThat(seen.get("markets").intValue()).isPositive();
        assertThat(seen.get("watched")).isNotEmpty().allSatisfy(position -> {
            assertThat(SIDES).contains(position.get("side").stringValue());
            assertThat(position.get("contracts").doubleValue()).isPositive();
            assertThat(position.get("entryPrice").doubleValue()).isPositive();
        });
    }

    private static void assertThatItHeard(JsonNode seen) {
        assertThat(seen.get("rows")).isNotEmpty().allSatisfy(position -> {
            assertThat(position.get("symbol").stringValue()).isNotBlank();
            assertThat(SIDES).contains(position.get("side").stringValue());
        });
    }

    private static void assertThatItIsTheVenuesOwn(JsonNode closed, Map<String, JsonNode> history) {
        assertThat(closed).isNotEmpty().allSatisfy(life -> {
            var own = history.get(life.get("id").stringValue());
            assertThat(own).as("life %s", life).isNotNull();
            assertThat(life.get("symbol").stringValue()).isEqualTo(own.get("symbol").stringValue());
            assertThat(life.get("net").stringValue()).isEqualTo(own.get("netProfit").stringValue());
        });
    }
}
