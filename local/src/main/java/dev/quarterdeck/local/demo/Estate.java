package dev.quarterdeck.local.demo;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.wire.tape.Tape;
import dev.quarterdeck.wire.tape.TapedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The company of the demo as its hub must know it; what it has in AWS is on the tape. */
public final class Estate {
    public static final String COMPANY = "Saltmarsh Freight";
    /** The hub's user lives in this account, and the accounts' roles trust it. */
    public static final AccountId HUB = new AccountId("123456789012");

    public static final String HUB_USER = "quarterdeck-hub";
    public static final List<String> REGIONS = List.of("eu-west-1", "eu-central-1");
    public static final List<Member> MEMBERS = List.of(
            new Member(new AccountId("111122223333"), "production", "production"),
            new Member(new AccountId("444455556666"), "staging", "staging"),
            new Member(HUB, "shared-tools", "shared"));

    private static final int EXTERNAL_ID = 32;
    private static final String TAPE = "estate.tape.gz";

    /** One of the company's accounts. */
    public record Member(AccountId id, String name, String environment) {
        public String role() {
            return RoleNames.read(Partition.AWS, id).toString();
        }

        /** Stands on the tape for the external id that the hub makes: of the same form, and no hub's. */
        public String externalIdOnTape() {
            return (environment + "a".repeat(EXTERNAL_ID)).substring(0, EXTERNAL_ID);
        }
    }

    private Estate() {}

    /** The credentials with which the hub comes, as an environment has them. They open nothing. */
    public static Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                TapedKeys.lasting(HUB.value()),
                "AWS_SECRET_ACCESS_KEY",
                TapedKeys.NO_SECRET,
                "AWS_REGION",
                REGIONS.getFirst(),
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }

    /** The tape of this build. */
    public static Tape tape() {
        try (InputStream in = Objects.requireNonNull(Estate.class.getResourceAsStream(TAPE), TAPE)) {
            return Tape.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's tape of this build cannot be read", e);
        }
    }
}
