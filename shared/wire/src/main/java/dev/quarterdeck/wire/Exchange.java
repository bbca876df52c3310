package dev.quarterdeck.wire;

import dev.quarterdeck.wire.protocol.Decoded;
import dev.quarterdeck.wire.protocol.ErrorReply;
import dev.quarterdeck.wire.protocol.Headers;
import dev.quarterdeck.wire.protocol.Protocol;
import dev.quarterdeck.wire.protocol.WireRequest;
import dev.quarterdeck.wire.protocol.WireResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** One request, sent until it is answered or there is no point in sending it again. */
final class Exchange {
    static final Answer.Failed INTERRUPTED = new Answer.Failed("Interrupted", "cancelled");

    /** An answer up to this size is received whole before any of it is given, so that one cut off can be asked for again. */
    private static final int HELD = 512 * 1024;

    private final Line line;
    private final Request request;
    private final Answers answers;
    private final Set<Repair> repaired = EnumSet.noneOf(Repair.class);
    private int retries;
    private Duration spent = Duration.ZERO;

    /** What all exchanges share. */
    record Line(
            Routes routes, Sender sender, Limiter limiter, Patience patience, Timing timing, CallListener listener) {}

    /** What is asked. {@code repeatable}: asking twice does what asking once does. */
    record Request(
            Call call, Protocol protocol, WireRequest wire, Rates.Group group, boolean signed, boolean repeatable) {}

    /** Reads an answer. */
    interface Answers {
        Decoded read(WireResponse response) throws IOException;

        /** Whether some of the answer was given already, so that reading another would give it twice. */
        boolean given();
    }

    private enum Repair {
        REGION,
        CREDENTIALS,
        CLOCK
    }

    private sealed interface Turn {}

    private record Over(Optional<Answer.Failure> failure) implements Turn {}

    private record Again(Duration after) implements Turn {}

    /** One attempt: where it went, as whom, and since when. */
    private record Attempt(Routes.Route.Found route, Limiter.Cell cell, AwsCredentials credentials, long sentAt) {}

    Exchange(Line line, Request request, Answers answers) {
        this.line = line;
        this.request = request;
        this.answers = answers;
    }

    /** Empty if the answer was read to its end. */
    Optional<Answer.Failure> run() {
        try {
            while (true) {
                switch (turn()) {
                    case Over(var failure) -> {
                        return failure;
                    }
                    case Again(Duration after) -> rest(after);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(INTERRUPTED);
        } catch (AccessFailure e) {
            return Optional.of(e.failure());
        }
    }

    private Turn turn() throws InterruptedException {
        return switch (line.routes().find(request.call(), request.wire())) {
            case Routes.Route.Refused(String message) -> over(new Answer.Unsupported(message));
            case Routes.Route.Found route -> ask(route);
        };
    }

    private Turn ask(Routes.Route.Found route) throws InterruptedException {
        Limiter.Cell cell = new Limiter.Cell(
                request.call().access().account(),
                route.signing().signingRegion(),
                request.group().service(),
                request.group().operation());
        line.limiter().await(cell, request.group().rate());
        // Taken last: they may expire while we wait for our turn.
        AwsCredentials credentials = Credentials.of(request.call().access());
        Attempt attempt = new Attempt(route, cell, credentials, line.timing().nanos());
        try (Reply reply = send(attempt)) {
            return receive(attempt, reply);
        } catch (IOException e) {
            return broken(attempt, e, 0);
        } finally {
            spent = spent.plus(since(attempt));
        }
    }

    private Reply send(Attempt attempt) throws IOException {
        Duration within = line.patience().left(spent);
        return request.signed()
                ? line.sender().send(request.wire(), attempt.route(), attempt.credentials(), within)
                : line.sender().sendUnsigned(request.wire(), attempt.route(), within);
    }

    private Turn receive(Attempt attempt, Reply reply) throws InterruptedException {
        try {
            WireResponse response = new WireResponse(reply.status(), Headers.of(reply.headers()), reply.held(HELD));
            Decoded decoded = reply.status() < 300
                    ? answers.read(response)
                    : new Decoded.Refused(request.protocol().error(response));
            return switch (decoded) {
                case Decoded.Whole(long dropped) -> answered(attempt, reply, dropped);
                case Decoded.Refused(ErrorReply error) -> refused(attempt, reply, error);
            };
        } catch (IOException e) {
            return broken(attempt, e, reply.received());
        }
    }

    private Turn answered(Attempt attempt, Reply reply, long dropped) throws IOException {
        reply.finish();
        tell(attempt, new CallListener.Received(reply.status(), "", reply.received(), dropped));
        line.patience().succeeded(attempt.cell(), retries);
        return new Over(Optional.empty());
    }

    private Turn refused(Attempt attempt, Reply reply, ErrorReply error) {
        Fault fault = Fault.of(error);
        tell(attempt, new CallListener.Received(reply.status(), fault.code(), reply.received(), 0));
        if (repairs(attempt, reply, error)) {
            return new Again(Duration.ZERO);
        }
        if (fault.throttling()) {
            line.limiter().throttled(attempt.cell(), request.group().rate(), attempt.sentAt());
        }
        Answer.Failure failure = fault.answer(request.call(), attempt.route().signing());
        boolean worthwhile = fault.throttling() || (request.repeatable() && fault.passing());
        Duration askedFor =
                line.patience().backoff().askedFor(reply.header("Retry-After"), reply.header("x-amz-retry-after"));
        return worthwhile && !(failure instanceof Answer.Absent) && !fault.unsupported()
                ? retry(attempt, new Patience.Trouble(fault.throttling(), false, askedFor), failure)
                : over(failure);
    }

    /** Puts right, once each, what asking again at once may cure. */
    private boolean repairs(Attempt attempt, Reply reply, ErrorReply error) {
        Fault fault = Fault.of(error);
        Optional<String> region = reply.header("x-amz-bucket-region")
                .or(() -> Optional.ofNullable(error.details().get("Region")));
        if (fault.redirected() && region.isPresent() && repaired.add(Repair.REGION)) {
            return line.routes().learn(request.call(), attempt.route(), region.get());
        }
        if (fault.expired() && repaired.add(Repair.CREDENTIALS)) {
            return Credentials.renewed(request.call().access(), attempt.credentials());
        }
        return fault.skewed()
                && repaired.add(Repair.CLOCK)
                && reply.header("Date")
                        .filter(date -> line.sender().corrects(attempt.route(), date))
                        .isPresent();
    }

    private Turn broken(Attempt attempt, IOException e, long received) throws InterruptedException {
        Breakage breakage = Breakage.of(e);
        tell(attempt, new CallListener.Received(0, breakage.name(), received, 0));
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        String host = attempt.route().at().getAuthority();
        if (breakage == Breakage.DNS && !line.routes().lists(request.call())) {
            return over(new Answer.Unsupported("%s does not exist".formatted(host)));
        }
        Answer.Failure failure = new Answer.Failed(breakage.code(), breakage.message(host, e));
        boolean harmless = !answers.given() && (request.repeatable() || !breakage.mayHaveArrived());
        return breakage.passing() && harmless
                ? retry(attempt, new Patience.Trouble(false, breakage == Breakage.TIMEOUT, Duration.ZERO), failure)
                : over(failure);
    }

    private Turn retry(Attempt attempt, Patience.Trouble trouble, Answer.Failure otherwise) {
        return line.patience()
                .pause(attempt.cell(), trouble, retries++, spent.plus(since(attempt)))
                .<Turn>map(Again::new)
                .orElseGet(() -> over(otherwise));
    }

    private void rest(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            line.timing().sleep(time);
            spent = spent.plus(time);
        }
    }

    private void tell(Attempt attempt, CallListener.Received received) {
        String region = attempt.route().signing().signingRegion();
        line.listener().sent(new CallListener.Attempt(request.call(), region, received, since(attempt)));
    }

    private Duration since(Attempt attempt) {
        return Duration.ofNanos(line.timing().nanos() - attempt.sentAt());
    }

    private static Turn over(Answer.Failure failure) {
        return new Over(Optional.of(failure));
    }
}
