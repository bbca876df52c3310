package dev.quarterdeck.local.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Arn;
import dev.quarterdeck.local.Refusal;
import java.util.Optional;

/** The ARN of an IAM role, as somebody typed it. */
public record RoleArn(Arn arn) {
    private static final String EXAMPLE = "arn:aws:iam::123456789012:role/Audit";
    private static final String ROLE = "role/";

    public RoleArn {
        if (!isRole(arn)) {
            throw new IllegalArgumentException("not the ARN of a role: '%s'".formatted(arn));
        }
    }

    /** {@code where} is the option or the line of a file that it came from. */
    public static RoleArn parse(String text, String where) {
        return Arn.parse(text)
                .filter(RoleArn::isRole)
                .map(RoleArn::new)
                .orElseThrow(() -> Refusal.usage("%s: '%s' is not the ARN of a role: give one like %s"
                        .formatted(where, visible(text), EXAMPLE)));
    }

    public static RoleArn of(String partition, AccountId account, String role) {
        return new RoleArn(new Arn(partition, "iam", "", account.value(), ROLE + role));
    }

    private static boolean isRole(Arn arn) {
        Optional<String> role = Optional.of(arn.resource()).filter(resource -> resource.startsWith(ROLE));
        return arn.service().equals("iam")
                && arn.region().isEmpty()
                && AccountId.isValid(arn.account())
                && role.filter(resource -> resource.length() > ROLE.length()).isPresent()
                && arn.toString().chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    /** White space at the end is the commonest fault, and the one that nobody sees. */
    private static String visible(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    public AccountId account() {
        return new AccountId(arn.account());
    }

    @Override
    public String toString() {
        return arn.toString();
    }
}
