package org.mirrorbook.certification;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Looks for secrets, in the forms in which they could lie somewhere: as they are, in UTF-16, in Base64, in hexadecimal digits. */
final class Search {

    private record Form(String name, String bytes) {
    }

    private final List<Form> forms = new ArrayList<>();

    /** Looks for this one too; the name is told when it is found. */
    Search with(String name, String secret) {
        var utf8 = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(new Form(name, raw(utf8)));
        forms.add(new Form(name + " in UTF-16", raw(secret.getBytes(StandardCharsets.UTF_16BE))));
        forms.add(new Form(name + " in UTF-16, turned", raw(secret.getBytes(StandardCharsets.UTF_16LE))));
        forms.add(new Form(name + " in Base64", raw(Base64.getEncoder().withoutPadding().encode(utf8))));
        forms.add(new Form(name + " in hexadecimal", HexFormat.of().formatHex(utf8)));
        return this;
    }

    /** What is found in a text, and where. */
    List<String> in(String where, String text) {
        var bytes = raw(text.getBytes(StandardCharsets.UTF_8));
        return forms.stream().filter(form -> bytes.contains(form.bytes())).map(form -> form.name() + " in " + where).toList();
    }

    /** What is found in the texts of a failure and of all that caused it. */
    List<String> in(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return in("a failure", text.toString());
    }

    /** What is found in the files below a folder, in their names too. */
    List<String> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.flatMap(file -> in(file).stream()).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> in(Path file) {
        var found = new ArrayList<>(in("the name of a file", file.toString()));
        try {
            if (Files.isRegularFile(file)) {
                var bytes = raw(Files.readAllBytes(file));
                forms.stream().filter(form -> bytes.contains(form.bytes())).forEach(form -> found.add(form.name() + " in " + file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    /** One character a byte, so that any bytes can be searched as a text. */
    private static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
