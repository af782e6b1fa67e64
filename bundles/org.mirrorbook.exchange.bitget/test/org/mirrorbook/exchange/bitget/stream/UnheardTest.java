package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.link.LinkMessage;

class UnheardTest {

    @Test
    void aThousandStrangeMessagesAreCountedAndLoggedTenTimesWithoutTheirValues() {
        var unheard = new Unheard("account");
        var lines = logged(() -> {
            for (int i = 0; i < 1000; i++) {
                unheard.note("positions", "{\"apiKey\":\"bg_0123456789abcdef0123456789abcdef\",\"size\":4711}", "not JSON");
            }
        });
        assertThat(unheard.count()).isEqualTo(1000);
        // 1, 2, 4 … 512
        assertThat(lines).hasSize(10).allSatisfy(line -> assertThat(line).contains("positions").doesNotContain("bg_", "4711"));
    }

    @Test
    void aKeyThatIsCutWhereTheLineEndsIsNotHalfShown() {
        for (int before = 30; before < 70; before++) {
            var text = ". ".repeat(before / 2) + ".".repeat(before % 2) + "bgabcdefghijklmnop";
            assertThat(logged(() -> new Unheard("account").note("positions", text, "not JSON")))
                    .singleElement().asString().doesNotContain("bgab");
        }
    }

    @Test
    void aPassphraseAsShortAsAWordIsNotShownWhereASignInIsEchoed() {
        assertThat(logged(() -> new Unheard("account").note("unknown", "{\"args\":[{\"passphrase\":\"swordfish\"}]}", "not JSON")))
                .singleElement().asString().doesNotContain("swordfish");
    }

    @Test
    void aChannelThatIsNoNameIsNotRepeated() {
        var channel = "bg_0123456789abcdef0123456789abcdef".repeat(1000);
        assertThat(logged(() -> assertThat(new Unheard("account").refuse(channel, "{}", "a push that nobody asked for", false))
                .isEqualTo(new LinkMessage.Unreadable("unknown", "{}", false)))).singleElement().asString().doesNotContain("bg_");
    }

    private static List<String> logged(Runnable story) {
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
            story.run();
            return lines;
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }
}
