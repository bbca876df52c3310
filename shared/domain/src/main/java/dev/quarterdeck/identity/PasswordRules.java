package dev.quarterdeck.identity;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which passwords are taken: long ones that are not on everybody's list. What characters they have does not matter. */
final class PasswordRules {
    static final int SHORTEST = 15;
    static final int LONGEST = 256;
    private static final int FEWEST_LEFT = 6;

    private static final Pattern REPEATED = Pattern.compile("(.{1,8})\\1+.{0,7}", Pattern.DOTALL);
    private static final String ROWS =
            "01234567890 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm 1qaz2wsx3edc4rfv5tgb";

    /** What the most common passwords are made of; a password of nothing else is one of them. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "passw0rd",
            "p@ssword",
            "p@ssw0rd",
            "letmein",
            "welcome",
            "iloveyou",
            "admin",
            "administrator",
            "root",
            "user",
            "login",
            "secret",
            "changeme",
            "default",
            "test",
            "guest",
            "master",
            "monkey",
            "dragon",
            "football",
            "baseball",
            "superman",
            "batman",
            "sunshine",
            "princess",
            "shadow",
            "trustno1",
            "whatever",
            "starwars",
            "computer",
            "internet",
            "samsung",
            "google",
            "amazon",
            "facebook",
            "michael",
            "jordan",
            "charlie",
            "hunter",
            "freedom",
            "qazwsx",
            "thisis",
            "mypassword",
            "correcthorsebatterystaple",
            "aws",
            "cloud",
            "quarterdeck",
            "hello",
            "world",
            "summer",
            "winter",
            "spring",
            "autumn");

    private PasswordRules() {}

    /** Refuses a password with the reason; the place is where the request has it. */
    static void check(String password, String name, String at) {
        refusal(password, name).ifPresent(why -> {
            throw new FailureException(Failure.invalid(at, why));
        });
    }

    static Optional<String> refusal(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("must have %d to %d characters, not %d".formatted(SHORTEST, LONGEST, length));
        }
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (REPEATED.matcher(plain).matches()) {
            return Optional.of("repeats itself");
        }
        return left(plain, name.toLowerCase(Locale.ROOT)) < FEWEST_LEFT
                ? Optional.of("is made of words and rows that everybody tries")
                : Optional.empty();
    }

    /** How many characters say something: those outside common words, the person's name and keyboard rows. */
    private static int left(String plain, String name) {
        String rest = name.length() < 3 ? plain : plain.replace(name, "");
        for (String word : COMMON) {
            rest = rest.replace(word, "");
        }
        int left = 0;
        for (int at = 0; at < rest.length(); at += Math.max(1, run(rest, at))) {
            left += run(rest, at) == 0 ? 1 : 0;
        }
        return left;
    }

    /** The length of the keyboard or alphabet row that begins there, if it has three characters or more. */
    private static int run(String text, int from) {
        int length = 0;
        while (from + length < text.length() && ROWS.contains(text.substring(from, from + length + 1))) {
            length++;
        }
        return length >= 3 ? length : 0;
    }
}
