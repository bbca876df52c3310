package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eleven purple wagons",
                "vier Fässer Öl im Hof",
                "kxhqwzvtpmrjdna",
                "短い文でも十五文字あれば大丈夫です",
                "a quiet password nobody chose"
            })
    void takesLongOnesOfAnyCharacters(String password) {
        assertThat(PasswordRules.refusal(password, "ana")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fourteen chars",
                "aaaaaaaaaaaaaaaaaaaa",
                "passwordpassword",
                "Password123456789",
                "qwertyuiopasdfghjkl",
                "123456789012345678",
                "1qaz2wsx3edc4rfv5tgb",
                "quarterdeckadmin",
                "letmeinletmeinletmein!",
                "ＰａｓｓｗｏｒｄＰａｓｓｗｏｒｄ",
                "correcthorsebatterystaple",
                "cleopatracleopatra1"
            })
    void refusesShortOnesAndWhatEverybodyTries(String password) {
        assertThat(PasswordRules.refusal(password, "cleopatra")).isPresent();
    }
}
