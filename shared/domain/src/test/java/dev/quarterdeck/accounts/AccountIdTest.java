package dev.quarterdeck.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1234567890123", "12345678901a", "123456789012\n", "١٢٣٤٥٦٧٨٩٠١٢"})
    void refusesAnythingButTwelveAsciiDigits(String text) {
        assertThatThrownBy(() -> new AccountId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("account id must be 12 digits: '%s'", text);
    }

    @Test
    void keepsLeadingZeros() {
        assertThat(new AccountId("000000000012")).hasToString("000000000012");
    }
}
