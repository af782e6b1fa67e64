package org.mirrorbook.exchange.practice.rest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A request that was let in: whose it is, when, and its parameters, be they in the query or in the body.
 *
 * @param account index of the account, -1 for public calls
 */
record Call(Floor floor, Json json, int account, RestRequest request, JsonNode body, long now) {

    private static final Pattern SENSIBLE = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d)?");

    static Call of(Floor floor, Json json, int account, RestRequest request, long now) throws RestProblem {
        try {
            return new Call(floor, json, account, request, request.body().isBlank() ? json.object() : json.read(request.body()), now);
        } catch (JacksonException noJson) {
            throw new RestProblem("40017", "Parameter verification failed: the body is no JSON");
        }
    }

    AccountBook book() {
        return floor.account(account);
    }

    /** The parameter, or empty text. */
    String text(String name) {
        return request.method().equals("GET") ? request.parameters().getOrDefault(name, "") : Json.text(body, name);
    }

    String need(String name) throws RestProblem {
        String given = text(name);
        if (given.isEmpty()) {
            throw new RestProblem("40019", "Parameter " + name + " cannot be empty");
        }
        return given;
    }

    ProductType product() throws RestProblem {
        return ProductType.named(need("productType")).orElseThrow(() -> new RestProblem("40020", "Parameter productType error"));
    }

    /** The product as v3 names it. */
    ProductType category() throws RestProblem {
        return ProductType.named(need("category")).orElseThrow(() -> new RestProblem("40020", "Parameter category error"));
    }

    Optional<Contract> contract() throws RestProblem {
        String symbol = text("symbol");
        if (symbol.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(floor.contracts().find(symbol).orElseThrow(() -> new RestProblem("40034", "Parameter " + symbol
                + " does not exist")));
    }

    Contract needContract() throws RestProblem {
        need("symbol");
        return contract().orElseThrow();
    }

    Optional<Long> number(String name) throws RestProblem {
        String given = text(name);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(given));
        } catch (NumberFormatException noNumber) {
            throw new RestProblem("40020", "Parameter " + name + " error");
        }
    }

    /** A price, where the parameter is there and not zero. */
    Optional<BigDecimal> price(String name) throws RestProblem {
        if (text(name).isEmpty() || decimal(name).signum() == 0) {
            return Optional.empty();
        }
        BigDecimal price = decimal(name);
        if (price.signum() < 0) {
            throw new RestProblem("40020", "Parameter " + name + " error");
        }
        return Optional.of(price);
    }

    /** A decimal of a sensible length: a few characters can name a number that fills the memory. */
    BigDecimal decimal(String name) throws RestProblem {
        String given = need(name);
        if (!SENSIBLE.matcher(given).matches()) {
            throw new RestProblem("40020", "Parameter " + name + " error");
        }
        return new BigDecimal(given);
    }
}
