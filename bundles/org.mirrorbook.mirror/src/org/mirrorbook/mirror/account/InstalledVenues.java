package org.mirrorbook.mirror.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.mirrorbook.exchange.ConnectorFactory;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** A dynamic reference, since the accounts must stay when a connector is installed or updated. */
@Component(service = Venues.class)
public final class InstalledVenues implements Venues {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ConnectorFactory> connectors = List.of();

    @Override
    public Optional<ConnectorFactory> of(String venue) {
        return connectors.stream().filter(connector -> connector.capabilities().getFirst().venue().equals(venue)).findFirst();
    }

    @Override
    public String names() {
        return connectors.stream().map(connector -> connector.capabilities().getFirst().venue()).sorted().distinct()
                .collect(Collectors.joining(", "));
    }
}
