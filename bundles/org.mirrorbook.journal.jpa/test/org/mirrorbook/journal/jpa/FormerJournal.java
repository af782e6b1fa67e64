package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.TradeQuery;

/** A journal that the code of a former version wrote (former/README.md). */
record FormerJournal(int changeSets) {

    /** Puts it into a home that has none. */
    void into(Path home) throws IOException {
        try (var zip = new ZipInputStream(getClass().getResourceAsStream("former/journal-" + changeSets + ".zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = home.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    /** Every figure that the former version read, this one reads as well; what is newer is beside it. */
    void assertReadBy(Journal journal) throws IOException {
        var mapper = JsonMapper.builder().build();
        JsonNode expected;
        try (var file = getClass().getResourceAsStream("former/journal-" + changeSets + ".json")) {
            expected = mapper.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
        var trades = journal.reader().trades(TradeQuery.all());
        assertThat(trades).hasSize(expected.size()).hasSize(4);
        for (int i = 0; i < trades.size(); i++) {
            assertHolds(mapper.readTree(RecordJson.of((Record) (Trade) trades.get(i))), expected.get(i), "trade " + i);
        }
    }

    private static void assertHolds(JsonNode now, JsonNode then, String where) {
        assertThat(now).as(where).isNotNull();
        if (then.isObject()) {
            then.propertyNames().forEach(name -> assertHolds(now.get(name), then.get(name), where + "." + name));
        } else if (then.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(then.size());
            for (int i = 0; i < then.size(); i++) {
                assertHolds(now.get(i), then.get(i), where + "[" + i + "]");
            }
        } else {
            assertThat(now).as(where).isEqualTo(then);
        }
    }
}
