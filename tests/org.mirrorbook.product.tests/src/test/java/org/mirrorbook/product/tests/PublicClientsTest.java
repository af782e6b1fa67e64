package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

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
    private PracticeProcess practice;

    @BeforeAll
    void aPracticeExchangeWhoseTraderIsQuick(@TempDir Path user) throws IOException {
        assumeTrue(PublicClients.canBeInstalled(), "npm or node is missing: the public clients cannot be installed");
        clients = new PublicClients();
        practice = new PracticeProcess(new Product(user), "practice", "--seed", "11", "--speed", "15");
    }

    @AfterAll
    void itEnds() {
        if (practice != null) {
            practice.close();
        }
    }

    @Test
    void ccxtWatchesPositionsAndReadsTheHistory() throws Exception {
        var seen = clients.see("ccxt.mjs", practice, "classic");

        assertThat(seen.get("markets").intValue()).isPositive();
        assertThat(seen.get("watched")).isNotEmpty().allSatisfy(position -> {
            assertThat(SIDES).contains(position.get("side").stringValue());
            assertThat(position.get("contracts").doubleValue()).isPositive();
            assertThat(position.get("entryPrice").doubleValue()).isPositive();
        });
        assertThatItIsTheVenuesOwn(seen.get("closed"), practice.history());
    }

    @Test
    void bitgetApiSignsInWatchesPositionsAndReadsTheHistory() throws Exception {
        var seen = clients.see("bitget-api.mjs", practice, "classic");

        assertThat(seen.get("rows")).isNotEmpty().allSatisfy(position -> {
            assertThat(position.get("symbol").stringValue()).isNotBlank();
            assertThat(SIDES).contains(position.get("side").stringValue());
        });
        assertThatItIsTheVenuesOwn(seen.get("closed"), practice.history());
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
