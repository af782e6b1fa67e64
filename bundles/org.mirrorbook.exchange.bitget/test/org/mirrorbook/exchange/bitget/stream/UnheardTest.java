package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;

class UnheardTest {

    @Test
    void aThousandStrangeMessagesAreCountedAndLoggedTenTimesWithoutTheirValues() {
        var lines = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage());
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        var logger = Logger.getLogger(Unheard.class.getName());
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            var unheard = new Unheard("account");
            for (int i = 0; i < 1000; i++) {
                unheard.note("positions", "{\"apiKey\":\"bg_0123456789abcdef0123456789abcdef\",\"size\":4711}", "not JSON");
            }
            assertThat(unheard.count()).isEqualTo(1000);
            // 1, 2, 4 … 512
            assertThat(lines).hasSize(10).allSatisfy(line -> assertThat(line).contains("positions").doesNotContain("bg_", "4711"));
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }
}
