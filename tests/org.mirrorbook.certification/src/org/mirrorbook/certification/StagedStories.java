package org.mirrorbook.certification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorCapabilities;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;

/** What every story has: a venue of its own, in one-way mode, and connectors that end with it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class StagedStories {

    private final List<Connector> connectors = new ArrayList<>();
    private ConnectorFactory factory;
    private Stage stage;
    private int links;

    /** Starts the venue with one account that holds nothing yet and that a key of it may read. */
    protected abstract Stage stage(PositionMode mode) throws Exception;

    @BeforeEach
    void raise() throws Exception {
        stage = stage(PositionMode.ONE_WAY);
        factory = Services.get(ConnectorFactory.class, "(" + ConnectorFactory.VENUE + "=" + stage.venue() + ")");
    }

    @AfterEach
    void strike() throws Exception {
        for (var connector : connectors) {
            connector.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
        stage.close();
    }

    /** The venue of this story. */
    Stage stage() {
        return stage;
    }

    ConnectorFactory factory() {
        return factory;
    }

    /** What the connector says that this kind of account can tell. */
    ConnectorCapabilities capabilities() {
        return factory.capabilities().stream().filter(one -> one.accountKind().equals(stage.kind())).findFirst()
                .orElseThrow(() -> new AssertionError("there are no capabilities of the kind " + stage.kind()));
    }

    /** A connector to the stage that was started. */
    Connector connect(Ear ear) {
        return connect(ear, stage.credential());
    }

    Connector connect(Ear ear, ApiCredential credential) {
        var label = "certified-" + ++links;
        var settings = new ConnectorSettings(new AccountId(label), label, stage.environment(), Optional.of(stage.endpoint()));
        var connector = factory.connector(settings, () -> credential, ear);
        connectors.add(connector);
        connector.start();
        return connector;
    }
}
