package dev.quarterdeck.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the hub holds of an account's connection since it last tried it. */
public record Trial(Verdict verdict, Optional<Instant> at) {
    public static final Trial NONE = new Trial(new Verdict.Untried(), Optional.empty());

    /** How a proof ended. Only a proven account may be acted in. */
    public sealed interface Verdict {
        record Untried() implements Verdict {}

        record Proven() implements Verdict {}

        /** It can be read, and something is not as it should be; each debt is a sentence. */
        record AcceptedWithDebt(List<Debt> debts) implements Verdict {
            public AcceptedWithDebt {
                debts = List.copyOf(debts);
                if (debts.isEmpty()) {
                    throw new IllegalArgumentException("accepted with debt needs a debt");
                }
            }
        }

        /** {@code step} is the first step that must not fail and did. */
        record Refused(String step, String why) implements Verdict {}

        default String word() {
            return switch (this) {
                case Untried _ -> "untried";
                case Proven _ -> "proven";
                case AcceptedWithDebt _ -> "accepted_with_debt";
                case Refused _ -> "refused";
            };
        }
    }

    /** A link of the proof that is missing: a stable code for programs, and a sentence for people. */
    public record Debt(String code, String sentence) {}
}
