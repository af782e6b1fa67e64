package org.mirrorbook.exchange.bitget.stream;

import java.io.StringWriter;
import java.time.Instant;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.bitget.wire.Signer;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The message that signs in (protocol notes, Bitget 2.1). */
public final class SignInText {

    private SignInText() {
    }

    /** @param venueTime now, by the venue's clock; sent in seconds, for milliseconds would be met with silence */
    public static String of(ApiCredential credential, Instant venueTime) {
        long seconds = venueTime.getEpochSecond();
        var text = new StringWriter();
        try (var json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("op", "login");
            json.writeArrayPropertyStart("args");
            json.writeStartObject();
            json.writeStringProperty("apiKey", credential.apiKey());
            json.writeStringProperty("passphrase", credential.passphrase());
            json.writeStringProperty("timestamp", Long.toString(seconds));
            json.writeStringProperty("sign", Signer.login(credential.secret(), seconds));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
