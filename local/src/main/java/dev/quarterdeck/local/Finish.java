package dev.quarterdeck.local;

import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.local.facts.Comparison;
import dev.quarterdeck.local.facts.OutFolder;
import dev.quarterdeck.local.report.CallReport;
import dev.quarterdeck.local.report.ChangeReport;
import dev.quarterdeck.local.report.Style;
import dev.quarterdeck.local.report.Summary;
import dev.quarterdeck.local.report.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** The end of a scan: files take their names, and the summary is told. */
final class Finish {
    private final Shell shell;
    private final ScanWish wish;
    private final Outlets outlets;
    private final PrintWriter words;
    private final Style style;

    Finish(Shell shell, ScanWish wish, Outlets outlets) {
        this.shell = shell;
        this.wish = wish;
        this.outlets = outlets;
        boolean table = wish.options().form == Form.table;
        this.words = table ? shell.out() : shell.err();
        this.style = table ? shell.screen().outputStyle() : shell.screen().messageStyle();
    }

    ExitCode tell(Outcome outcome, String keyId) {
        outlets.stream().end();
        ExitCode code = outcome.exitCode(wish.options().failOnGaps);
        outlets.folder().ifPresent(folder -> commit(folder, outcome, keyId));
        headline(outcome);
        accounts(outcome.result().accounts());
        var summary = new Summary(words, shell.screen().width(), style);
        summary.facts(outcome.digest());
        outlets.comparison()
                .map(Comparison::finish)
                .ifPresent(changes -> new ChangeReport(summary, words, style)
                        .show(changes, wish.options().compare.orElseThrow()));
        calls(outcome.result()).show(summary);
        outlets.book().ifPresent(this::publish);
        wish.options().out.ifPresent(folder -> words.println("\nFacts are in " + folder));
        words.flush();
        return code;
    }

    private void commit(OutFolder folder, Outcome outcome, String keyId) {
        try {
            folder.commit(RunRecord.of(wish, outcome, keyId, shell.knowledge()));
        } catch (IOException e) {
            throw Refusal.usage("the facts cannot be written to '%s' (%s): choose another folder with --out"
                    .formatted(wish.options().out.orElseThrow(), Refusal.why(e)));
        }
    }

    private void publish(Book book) {
        try {
            long changes = book.publish();
            words.println("\nKept in the workspace, with %s since the scan before%s"
                    .formatted(
                            changes == 0 ? "no change" : Words.count(changes, "change", "changes"),
                            changes == 0 ? "" : ": see 'quarterdeck changes'"));
        } catch (IOException e) {
            throw Refusal.usage("what was read cannot be kept in the workspace (%s): make room and scan again"
                    .formatted(Refusal.why(e)));
        }
    }

    private void headline(Outcome outcome) {
        long read = outcome.result().accounts().stream()
                .filter(account -> account.refusal().isEmpty())
                .count();
        words.println(style.bold(outcome.result().interrupted() ? "Stopped. Until then: " : "")
                + style.bold("%s in %s, read in %s with %s"
                        .formatted(
                                Words.count(outcome.digest().total(), "resource", "resources"),
                                Words.count(read, "account", "accounts"),
                                Words.span(outcome.took()),
                                Words.count(calls(outcome.result()).total().calls(), "call", "calls"))));
    }

    /** Accounts that could not be opened come before all else: nothing that follows speaks of them. */
    private void accounts(List<ScanResult.Opened> accounts) {
        accounts.forEach(account -> account.refusal()
                .ifPresent(
                        why -> words.println(style.warn("%s could not be opened: %s".formatted(account.name(), why)))));
    }

    static CallReport calls(ScanResult result) {
        Tally.Summary requests = result.requests();
        var report = new CallReport(requests.slowest().stream()
                .map(slow -> new CallReport.Slow(
                        slow.key().service() + " " + slow.key().operation(),
                        slow.key().account() + " " + slow.key().region(),
                        slow.took()))
                .toList());
        requests.counts()
                .forEach((key, count) -> report.add(
                        key.service(),
                        new CallReport.Count(count.calls(), count.throttled(), count.denied(), count.took())));
        return report;
    }
}
