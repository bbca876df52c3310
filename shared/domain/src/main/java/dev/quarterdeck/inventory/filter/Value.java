package dev.quarterdeck.inventory.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What a field is compared with. */
public sealed interface Value {
    record Text(String text) implements Value {}

    record Numeral(BigDecimal number) implements Value {}

    record Flag(boolean flag) implements Value {}

    record Time(Instant instant) implements Value {}

    /** An amount; without a currency it is in whatever currency the row has. */
    record Money(BigDecimal amount, Optional<String> currency) implements Value {}

    /** A version number: the field's text is read as one too. */
    record Versioned(Version version) implements Value {}
}
