package org.mirrorbook.exchange.practice.memory;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A line of memory as JSON. Decimals stay exact; a contract is its symbol, for what it says is in the list of contracts. */
final class MemoryForm {

    private final JsonMapper mapper;

    MemoryForm(Contracts contracts) {
        SimpleModule module = new SimpleModule("practice memory");
        module.addSerializer(Contract.class, new BySymbol());
        module.addDeserializer(Contract.class, new FromSymbol(contracts));
        this.mapper = JsonMapper.builder().addModule(module).build();
    }

    String write(MemoryLine line) {
        return mapper.writeValueAsString(line);
    }

    /**
     * The line the text was made of.
     *
     * @throws JacksonException when it was made of none
     */
    MemoryLine read(String text) {
        return mapper.readValue(text, MemoryLine.class);
    }

    private static final class BySymbol extends ValueSerializer<Contract> {

        @Override
        public void serialize(Contract contract, JsonGenerator generator, SerializationContext context) {
            generator.writeString(contract.symbol());
        }
    }

    private static final class FromSymbol extends ValueDeserializer<Contract> {

        private final Contracts contracts;

        FromSymbol(Contracts contracts) {
            this.contracts = contracts;
        }

        @Override
        public Contract deserialize(JsonParser parser, DeserializationContext context) {
            String symbol = parser.getString();
            return contracts.find(symbol).orElseGet(() -> context.reportInputMismatch(this, "no contract is called " + symbol));
        }
    }
}
