package dev.quarterdeck.bench.audit;

import dev.quarterdeck.audit.Verifier;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Deny;
import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.Period;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Policies;
import dev.quarterdeck.identity.access.Principal;
import dev.quarterdeck.identity.access.Request;
import dev.quarterdeck.identity.access.Role;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints both figures as a table; records are made in batches, whose making is not counted. */
public final class AuditBench {
    private static final int RECORDS = 1_000_000;
    private static final int BATCH = 10_000;
    private static final int DECISIONS = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private String previous = "0".repeat(64);
    private long sequence;

    private AuditBench() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println("| what | figure |\n|---|---:|");
        System.out.printf("| verify %,d records | %.1f s |%n", RECORDS, new AuditBench().verify() / 1e9);
        System.out.printf("| decision, 99th of 100, 1,000 bindings and 100 denies | %.4f ms |%n", decision() / 1e6);
    }

    private long verify() {
        var verifier = Verifier.alone();
        long took = 0;
        for (int done = 0; done < RECORDS; done += BATCH) {
            List<byte[]> lines = batch();
            long begun = System.nanoTime();
            lines.forEach(verifier::take);
            took += System.nanoTime() - begun;
        }
        if (!verifier.verdict().sound()) {
            throw new IllegalStateException("the records made are not whole: " + verifier.verdict());
        }
        return took;
    }

    private List<byte[]> batch() {
        var lines = new ArrayList<byte[]>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            var record = record();
            previous = Digest.hex(record.canonical());
            String line = record.with("hash", Json.of(previous)).canonical() + "\n";
            lines.add(line.getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    private Json.Obj record() {
        sequence++;
        return new Members()
                .put("action", "account.update")
                .put(
                        "actor",
                        new Members()
                                .put("amr", List.of("pwd", "otp"))
                                .put("iss", "https://idp.example")
                                .put("means", "a".repeat(52))
                                .put("sub", "ana"))
                .put("chain", "audit")
                .put(
                        "object",
                        new Members()
                                .put("after", previous)
                                .put("before", previous)
                                .put("id", "111111111111")
                                .put("kind", "account"))
                .put(
                        "origin",
                        new Members()
                                .put("address", "192.0.2.1")
                                .put("client", "a browser")
                                .put("request", "r-" + sequence))
                .put(
                        "outcome",
                        new Members()
                                .put("decision", "allowed")
                                .put("reasons", List.of("binding:ops"))
                                .put("result", "done"))
                .put("previous", previous)
                .put("sequence", sequence)
                .put("shard", 0)
                .put("time", "2026-05-04T10:00:00.000Z")
                .json();
    }

    private static long decision() {
        var ops = new GroupId("https://idp.example", "ops");
        var bindings = new ArrayList<Binding>();
        for (int i = 0; i < 1_000; i++) {
            var scope = new Scope.Accounts(Set.of("%012d".formatted(i)));
            bindings.add(new Binding("b" + i, ops, "operator", scope, Period.ALWAYS));
        }
        var denies = new ArrayList<Deny>();
        for (int i = 0; i < 100; i++) {
            denies.add(new Deny(
                    "d" + i,
                    Optional.of(ops),
                    Set.of(Permission.ACCOUNT_DELETE),
                    new Scope.Under("ou-" + i),
                    "frozen"));
        }
        var policies = new Policies(Role.BUILT_IN, bindings, denies);
        var ana = new Principal(new UserId("https://idp.example", "ana"), Set.of(ops), Optional.empty());
        var took = new long[DECISIONS];
        for (int i = 0; i < DECISIONS; i++) {
            var target = new Target.InAccount(
                    "%012d".formatted(i % 1_100), List.of("r-1"), Map.of(), Optional.empty(), Optional.empty());
            var request = new Request(ana, Permission.ACCOUNT_DELETE, target, Request.context(NOW, NOW));
            long begun = System.nanoTime();
            boolean allowed = policies.decide(request).allowed();
            took[i] = System.nanoTime() - begun;
            if (allowed != (i % 1_100 < 1_000)) {
                throw new IllegalStateException("a wrong decision about " + target);
            }
        }
        Arrays.sort(took);
        return took[DECISIONS / 100 * 99];
    }
}
