package dev.quarterdeck.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Accounts for tests: one fresh, one with everything, and as many others as a seed gives. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final AccountId PROD_ID = new AccountId("111122223333");
    static final ExternalId EXTERNAL_ID = new ExternalId("abcdefghijklmnopqrstuvwxyz234567");

    static final Account FRESH = fresh(PROD_ID, "tidewater-prod");

    static final Account WHOLE = new Account(
            PROD_ID,
            new Description(
                    "tidewater-prod",
                    Optional.of("ops@tidewater.example"),
                    new Environment("staging"),
                    Optional.of("platform"),
                    new TreeMap<>(Map.of("cost-centre", "4711", "empty", "")),
                    new Console(Optional.of("https://d-1234567890.awsapps.com/start"), Optional.of("ReadOnly"))),
            new Placement(
                    Partition.AWS,
                    Optional.of(new Membership(
                            "o-a1b2c3d4e5", "ou-ab12-cdefghij", "o-a1b2c3d4e5/r-ab12/ou-ab12-cdefghij/", false)),
                    new TreeSet<>(Set.of("eu-west-1", "us-gov-west-1"))),
            new Connection.ByRole(
                    RoleArn.of("arn:aws:iam::111122223333:role/quarterdeck-read"),
                    new ExternalIds(EXTERNAL_ID, Optional.of(ExternalId.of(EXTERNAL_ID, PROD_ID))),
                    Duration.ofMinutes(15),
                    new TreeMap<>(Map.of(
                            ActFamily.STORAGE, RoleArn.of("arn:aws:iam::111122223333:role/quarterdeck-act-storage"))),
                    Optional.of(RoleArn.of("arn:aws:iam::111122223333:role/quarterdeck-revoke"))),
            new Standing(
                    Status.ACTIVE,
                    new Trial(
                            new Trial.Verdict.AcceptedWithDebt(List.of(new Trial.Debt("wide-trust", "Too wide."))),
                            Optional.of(NOW)),
                    new Health(Health.State.DEGRADED, List.of(new Health.Reason("missing", "It cannot list.")), NOW),
                    new Capabilities(
                            new TreeMap<>(Map.of("sqs", new TreeSet<>(Set.of("sqs:ListQueues")))),
                            new TreeSet<>(Set.of(ActFamily.STORAGE)),
                            Optional.of("1"))),
            new Revision(
                    7,
                    NOW.minusSeconds(60),
                    NOW,
                    Optional.of(new Revision.Deletion(NOW.plusSeconds(86_400), Status.PAUSED))));

    private Samples() {}

    static Account fresh(AccountId id, String name) {
        return new Account(
                id,
                Description.named(name),
                Placement.in(Partition.AWS),
                Connection.ByRole.reading(RoleArn.of(Partition.AWS, id, "quarterdeck-read"), EXTERNAL_ID),
                Standing.fresh(NOW),
                Revision.first(NOW));
    }

    /** The {@code n}-th of many, different in all by which accounts are found. */
    static Account one(int n) {
        var random = new Random(n);
        var account = fresh(new AccountId("%012d".formatted(100_000_000_000L + n)), "account-%04d".formatted(n));
        var tags = new TreeMap<String, String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.put("t" + random.nextInt(3), "v" + random.nextInt(3));
        }
        var unit = "ou-ab12-%08d".formatted(random.nextInt(3));
        return account.with(new Description(
                        account.description().name(),
                        Optional.empty(),
                        new Environment(List.of("production", "staging", "test").get(random.nextInt(3))),
                        Optional.of("team-" + random.nextInt(2)),
                        tags,
                        Console.NONE))
                .with(new Placement(
                        Partition.AWS,
                        Optional.of(new Membership("o-a1b2c3d4e5", unit, "o-a1b2c3d4e5/r-ab12/" + unit + "/", false)),
                        new TreeSet<>()))
                .with(account.standing().with(List.of(Status.values()).get(random.nextInt(5))));
    }
}
