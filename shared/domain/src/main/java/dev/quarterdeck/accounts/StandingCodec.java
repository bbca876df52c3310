package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How an account stands, as members of the account's JSON. */
final class StandingCodec {
    private StandingCodec() {}

    static void encode(Standing standing, Members members) {
        members.put("status", standing.status().word());
        trial(standing.trial(), members);
        Health health = standing.health();
        members.put("health", health.state().word())
                .put("health_reasons", explained(health.reasons()))
                .put("health_since", health.since());
        capabilities(standing.capabilities(), members);
    }

    static Standing decode(Fields fields) {
        return new Standing(fields.text("status", Status::of), trial(fields), health(fields), capabilities(fields));
    }

    private static void trial(Trial trial, Members members) {
        members.put("proof", trial.verdict().word());
        switch (trial.verdict()) {
            case Trial.Verdict.AcceptedWithDebt(var debts) -> members.put("proof_debts", debts(debts));
            case Trial.Verdict.Refused(var step, var why) ->
                members.put("proof_refused", new Members().put("step", step).put("why", why));
            case Trial.Verdict.Untried _, Trial.Verdict.Proven _ -> {}
        }
        members.maybeAt("last_validation_at", trial.at());
    }

    private static Trial trial(Fields fields) {
        return new Trial(verdict(fields), fields.maybeInstant("last_validation_at"));
    }

    private static Trial.Verdict verdict(Fields fields) {
        return switch (fields.text("proof")) {
            case "untried" -> new Trial.Verdict.Untried();
            case "proven" -> new Trial.Verdict.Proven();
            case "accepted_with_debt" ->
                new Trial.Verdict.AcceptedWithDebt(fields.objects("proof_debts").stream()
                        .map(debt -> new Trial.Debt(debt.text("code"), debt.text("sentence")))
                        .toList());
            case "refused" -> {
                Fields refused = fields.object("proof_refused");
                yield new Trial.Verdict.Refused(refused.text("step"), refused.text("why"));
            }
            case String other -> throw new Malformed("/proof", "is not known: '%s'".formatted(other));
        };
    }

    private static Health health(Fields fields) {
        return new Health(
                fields.text("health", Health.State::of),
                fields.objects("health_reasons").stream()
                        .map(reason -> new Health.Reason(reason.text("code"), reason.text("sentence")))
                        .toList(),
                fields.instant("health_since"));
    }

    static Json.Arr explained(List<Health.Reason> reasons) {
        return Json.of(reasons.stream()
                .map(reason -> explained(reason.code(), reason.sentence()))
                .toList());
    }

    static Json.Arr debts(List<Trial.Debt> debts) {
        return Json.of(debts.stream()
                .map(debt -> explained(debt.code(), debt.sentence()))
                .toList());
    }

    private static Json.Obj explained(String code, String sentence) {
        return new Members().put("code", code).put("sentence", sentence).json();
    }

    private static void capabilities(Capabilities capabilities, Members members) {
        var missing = new Members();
        capabilities.missing().forEach(missing::put);
        members.put("missing_actions", missing)
                .put(
                        "act_families",
                        capabilities.act().stream().map(ActFamily::word).toList())
                .maybe("policy_version", capabilities.policyVersion());
    }

    private static Capabilities capabilities(Fields fields) {
        var missing = new TreeMap<String, SortedSet<String>>();
        fields.maybeObject("missing_actions")
                .ifPresent(services -> services.json()
                        .members()
                        .keySet()
                        .forEach(service -> missing.put(service, new TreeSet<>(services.texts(service)))));
        Optional<String> version = fields.maybeText("policy_version");
        return new Capabilities(missing, new TreeSet<>(fields.texts("act_families", ActFamily::of)), version);
    }
}
