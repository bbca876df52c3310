package dev.quarterdeck.local;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.scan.Consent;
import dev.quarterdeck.collect.scan.Instruments;
import dev.quarterdeck.collect.scan.Progress;
import dev.quarterdeck.collect.scan.Recollection;
import dev.quarterdeck.collect.scan.Scan;
import dev.quarterdeck.collect.scan.ScanRequest;
import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.local.access.Trouble;
import dev.quarterdeck.local.report.Digest;
import dev.quarterdeck.local.report.LiveProgress;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.AwsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One scan, from the first call to the last word. */
final class ScanRun {
    private final Shell shell;
    private final ScanWish wish;
    private final Instant begun;
    private final Digest digest;
    private final LiveProgress live;
    private final Footprint footprint = Footprint.ofThisProcess();

    ScanRun(Shell shell, ScanWish wish) {
        this.shell = shell;
        this.wish = wish;
        this.begun = shell.clock().instant();
        this.digest = new Digest(new Offering(shell.knowledge()));
        this.live = new LiveProgress(shell.err(), shell.screen());
    }

    ExitCode run() {
        byte[] key = new KeyFile(shell.home()).read();
        var tally = new Tally();
        try (Outlets outlets = Outlets.open(wish, shell);
                AwsClient client = new Line(shell, wish.wire()).open(tally)) {
            var redaction = new Redaction(KeyFile.id(key), key);
            var instruments = new Instruments(client, shell.knowledge().types(), redaction, tally, shell.clock());
            Targets targets = targets(client);
            Optional<Book> book = Book.open(shell, client, ScanId.at(begun), targets);
            try {
                return stoppable(new Scan(instruments), targets, outlets.with(book), KeyFile.id(key));
            } finally {
                book.ifPresent(Book::close);
            }
        } finally {
            live.clear();
        }
    }

    private Targets targets(AwsApi api) {
        Profiles profiles = Profiles.read(shell.env(), shell.userHome());
        var keyring = new Keyring(shell.env(), profiles, api, shell.clock());
        Targets targets = new Targets(
                        wish, api, keyring, new Trouble(profiles, wish.wire().endpoint()))
                .find();
        targets.notes().forEach(note -> shell.err().println("note: " + note));
        return targets;
    }

    /** Ctrl-C ends the reading; what was read is still told, written and summed up. */
    private ExitCode stoppable(Scan scan, Targets targets, Outlets outlets, String keyId) {
        var reading = new AtomicBoolean(true);
        Thread reader = Thread.currentThread();
        try (var _ = shell.surroundings().interrupts().during(() -> {
            if (reading.get()) {
                reader.interrupt();
            }
        })) {
            var recorder = new Recorder(targets.labels(), new Recorder.Places(outlets, digest, this::watch));
            var request = new ScanRequest(
                    targets.targets(),
                    wish.what().regions(),
                    wish.what().types(),
                    new Consent(wish.options().paid),
                    outlets.book().isPresent() ? Recollection.NOTHING : Recollection.NONE);
            ScanResult result = scan.run(request, recorder);
            reading.set(false);
            boolean _ = Thread.interrupted();
            live.clear();
            var outcome = new Outcome(
                    result, digest, recorder.edges(), begun, shell.clock().instant());
            return new Finish(shell, wish, outlets).tell(outcome, keyId);
        }
    }

    private void watch(Progress progress) {
        live.show(progress, Duration.between(begun, shell.clock().instant()));
        footprint.look();
    }
}
