package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SchemaTest {

    @Test
    void theKnownChangeSetsAreThoseOfTheChangeLog() throws Exception {
        var ids = new ArrayList<String>();
        try (var file = getClass().getResourceAsStream("changelog.xml")) {
            var sets = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getElementsByTagName("changeSet");
            for (int i = 0; i < sets.getLength(); i++) {
                ids.add(((Element) sets.item(i)).getAttribute("id"));
            }
        }

        assertThat(ids).isEqualTo(Schema.CHANGE_SETS);
    }
}
