package org.mirrorbook.exchange.bitget.wire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;

/**
 * The product types of a classic account; each is complete for itself in the stream (protocol notes, Bitget 3.2).
 *
 * @param scopes one for each product type
 */
public record Products(List<Scope> scopes) {

    /** The venue's name in scopes and service properties. */
    public static final String VENUE = "bitget";

    private static final List<Product> ALL = List.of(new Product("USDT-FUTURES", false), new Product("COIN-FUTURES", true),
            new Product("USDC-FUTURES", false));

    public Products {
        scopes = List.copyOf(scopes);
    }

    public static Products of(AccountId account, Environment environment) {
        return new Products(ALL.stream().map(product -> new Scope(account, VENUE, environment, product)).toList());
    }

    /** The scope of a product type, as the venue spells it in any case. */
    public Optional<Scope> scope(String productType) {
        return scopes.stream().filter(scope -> scope.product().code().equalsIgnoreCase(productType)).findFirst();
    }

    /** The names of one channel's topics, over all product types. */
    public Set<String> topics(String channel) {
        return scopes.stream().map(scope -> new Topic(scope.product().code(), channel, Topic.ALL).name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
