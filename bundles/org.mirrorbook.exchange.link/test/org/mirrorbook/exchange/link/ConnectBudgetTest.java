package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.link.ConnectBudget.Permit;
import org.mirrorbook.exchange.link.ConnectBudget.Refused;

class ConnectBudgetTest {

    private static final URI VENUE = URI.create("wss://ws.venue.example/v2");

    private final SimulatedNetwork time = new SimulatedNetwork();
    private final ConnectBudget budget = new ConnectBudget(300, Duration.ofMinutes(5), 100, time.clock());

    @Test
    void threeHundredConnectionsMayBeBegunInFiveMinutesAndTheNextWaitsForTheOldestToBeForgotten() {
        for (int i = 0; i < 300; i++) {
            assertThat(budget.ask(VENUE)).isInstanceOfSatisfying(Permit.class, Permit::release);
            time.pass(Duration.ofMillis(500));
        }
        // 300 connections in 150 s; the first is forgotten 300 s after it was begun
        assertThat(budget.ask(VENUE)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.after()).isEqualTo(Duration.ofSeconds(150));
            assertThat(refused.reason()).contains("300 new connections in 5 minutes");
        });
        time.pass(Duration.ofSeconds(150));
        assertThat(budget.ask(VENUE)).isInstanceOf(Permit.class);
        assertThat(budget.ask(VENUE)).isInstanceOf(Refused.class);
    }

    @Test
    void aHundredSocketsMayBeOpenAndOneThatIsGoneMakesRoom() {
        var permits = new ArrayList<Permit>();
        for (int i = 0; i < 100; i++) {
            permits.add((Permit) budget.ask(VENUE));
        }
        assertThat(budget.ask(VENUE)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.after()).isPositive());
        permits.get(0).release();
        permits.get(0).release();
        assertThat(budget.ask(VENUE)).isInstanceOf(Permit.class);
        assertThat(budget.ask(VENUE)).as("one released twice is one").isInstanceOf(Refused.class);
    }

    @Test
    void connectionsToThisComputerCostNothing() {
        for (var address : List.of("ws://127.0.0.1:8080/ws", "ws://localhost/ws", "wss://[::1]/ws")) {
            for (int i = 0; i < 400; i++) {
                assertThat(budget.ask(URI.create(address))).isInstanceOf(Permit.class);
            }
        }
        assertThat(budget.ask(VENUE)).isInstanceOf(Permit.class);
    }

    @Test
    void aVenueThatDoesNotCountRefusesNobody() {
        var unlimited = ConnectBudget.unlimited();
        for (int i = 0; i < 1000; i++) {
            assertThat(unlimited.ask(VENUE)).isInstanceOf(Permit.class);
        }
    }

    @Test
    void aClockThatWasSetBackDoesNotSilenceAnybodyForHours() {
        var tight = new ConnectBudget(1, Duration.ofMinutes(5), 100, new Clock() {
            private int asked;

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return LinkWorld.NOON.minus(Duration.ofHours(9).multipliedBy(asked++));
            }
        });
        tight.ask(VENUE);
        assertThat(tight.ask(VENUE)).isEqualTo(new Refused(Duration.ofMinutes(5),
                "The exchange allows one address 1 new connections in 5 minutes, and they are used up."));
    }

    @Test
    void aBudgetThatLetsNobodyConnectIsNone() {
        assertThatThrownBy(() -> new ConnectBudget(0, Duration.ofMinutes(5), 100, time.clock()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConnectBudget(300, Duration.ZERO, 100, time.clock()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
