package org.mirrorbook.exchange.practice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientTest {

    private static final Peer NOBODY = new Peer() {

        @Override
        public void send(String text) {
            throw new AssertionError("nothing is to be sent");
        }

        @Override
        public void send(byte[] bytes) {
            throw new AssertionError("nothing is to be sent");
        }

        @Override
        public void close(int code, String reason) {
            throw new AssertionError("nothing is to be closed");
        }

        @Override
        public void drop() {
            throw new AssertionError("nothing is to be dropped");
        }
    };

    @Test
    void aClientThatPingsIsHeardForADayAndNoLonger() {
        Client client = new Client(NOBODY, Entrance.CLASSIC_PRIVATE, 0);
        long day = 24 * 3_600_000L;
        for (long now = 0; now <= day; now += 30_000) {
            client.pinged(now);
            assertThat(client.isOverdue(now)).isFalse();
        }
        client.pinged(day + 1);
        assertThat(client.isOverdue(day + 1)).isTrue();
    }

    @Test
    void twoMinutesWithoutPingAreTooLong() {
        Client client = new Client(NOBODY, Entrance.CLASSIC_PUBLIC, 1_000);
        assertThat(client.isOverdue(121_000)).isFalse();
        assertThat(client.isOverdue(121_001)).isTrue();
    }
}
