package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SchemaTest {

    @Test
    void theKnownChangeSetsAreThoseOfTheChangeLog() throws Exception {
        var ids = new ArrayList<>(ids("/" + Schema.CHANGELOG));

        assertThat(ids).isEqualTo(Schema.CHANGE_SETS);
    }

    /** Those of a change log and, at their place, of those that it includes. */
    private static List<String> ids(String changelog) throws Exception {
        var ids = new ArrayList<String>();
        try (var file = SchemaTest.class.getResourceAsStream(changelog)) {
            var elements = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement().getChildNodes();
            for (int i = 0; i < elements.getLength(); i++) {
                if (elements.item(i) instanceof Element element && element.getTagName().equals("changeSet")) {
                    ids.add(element.getAttribute("id"));
                } else if (elements.item(i) instanceof Element element && element.getTagName().equals("include")) {
                    ids.addAll(ids("/" + element.getAttribute("file")));
                }
            }
        }
        return ids;
    }
}
