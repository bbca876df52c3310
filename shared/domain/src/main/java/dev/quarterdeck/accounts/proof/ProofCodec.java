package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.Trial;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;

/** Proofs as JSON, in the order in which people read them. */
public final class ProofCodec {
    private ProofCodec() {}

    public static Json.Obj encode(Proof proof) {
        var members = new Members()
                .put("account_id", proof.account().value())
                .put("at", proof.at())
                .put("result", proof.verdict().word());
        switch (proof.verdict()) {
            case Trial.Verdict.Refused(var step, var why) ->
                members.put("refused", new Members().put("step", step).put("why", why));
            case Trial.Verdict.AcceptedWithDebt(var debts) ->
                members.put(
                        "debts", Json.of(debts.stream().map(ProofCodec::debt).toList()));
            case Trial.Verdict.Proven _, Trial.Verdict.Untried _ -> {}
        }
        members.put(
                        "steps",
                        Json.of(proof.steps().stream().map(ProofCodec::step).toList()))
                .put("regions_enabled", proof.found().regions());
        proof.found().trust().ifPresent(trust -> members.put("trust", trust));
        return members.json();
    }

    private static Json.Obj debt(Trial.Debt debt) {
        return new Members()
                .put("code", debt.code())
                .put("sentence", debt.sentence())
                .json();
    }

    public static Json.Obj step(Step step) {
        var members = new Members()
                .put("step", step.name().word())
                .maybe("subject", step.subject())
                .put("title", step.name().title());
        switch (step.outcome()) {
            case Step.Outcome.Passed(var sentence) ->
                members.put("outcome", "passed").put("sentence", sentence);
            case Step.Outcome.NotTried(var why) ->
                members.put("outcome", "not_tried").put("sentence", why);
            case Step.Outcome.Failed failed -> {
                members.put("outcome", "failed")
                        .put("sentence", failed.sentence())
                        .put("cause", failed.cause())
                        .maybe("error", failed.error());
                failed.add().ifPresent(add -> members.put("add", add));
            }
        }
        return members.json();
    }
}
