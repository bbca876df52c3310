package dev.quarterdeck.wire;

import dev.quarterdeck.wire.model.ModelIndex;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.ServiceModel;
import dev.quarterdeck.wire.model.Trait;
import dev.quarterdeck.wire.protocol.ItemSplitter;
import dev.quarterdeck.wire.protocol.Protocol;
import dev.quarterdeck.wire.protocol.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.http.SdkHttpClient;

/** The client of every AWS API: finds the endpoint, serialises, waits its turn, signs, sends, decodes, asks again. */
public final class AwsClient implements AwsApi, AutoCloseable {
    private final Catalog catalog;
    private final WireSettings settings;
    private final Exchange.Line line;
    private final ConcurrentMap<String, Protocol> protocols = new ConcurrentHashMap<>();

    /** What is known of AWS: its services' models and where they are asked. */
    public record Catalog(ModelIndex models, Endpoints endpoints) {
        private static final String FOLDER = "/META-INF/quarterdeck/";

        /** The catalog that was compiled into this build, from the class path. */
        public static Catalog shipped() {
            try (InputStream models = shipped("catalog.idx");
                    InputStream endpoints = shipped("endpoints.json")) {
                return new Catalog(ModelIndex.read(models), Endpoints.read(endpoints));
            } catch (IOException e) {
                throw new UncheckedIOException("the catalog of this build cannot be read", e);
            }
        }

        private static InputStream shipped(String name) {
            return Objects.requireNonNull(Catalog.class.getResourceAsStream(FOLDER + name), name);
        }
    }

    public AwsClient(Catalog catalog, WireSettings settings, CallListener listener, Clock clock) {
        this(catalog, settings, listener, Timing.of(clock), new Transport(settings));
    }

    /** Over an HTTP client of the caller's, which is closed with this. It must send each request once. */
    public AwsClient(Catalog catalog, WireSettings settings, CallListener listener, Clock clock, SdkHttpClient http) {
        this(catalog, settings, listener, Timing.of(clock), new Transport(http));
    }

    AwsClient(Catalog catalog, WireSettings settings, CallListener listener, Timing timing, Transport transport) {
        this.catalog = catalog;
        this.settings = settings;
        this.line = new Exchange.Line(
                new Routes(catalog.endpoints(), settings.where()),
                new Sender(transport, settings, timing),
                new Limiter(settings.ratePercent(), timing),
                new Patience(timing, settings.timeOuts().call()),
                timing,
                listener);
    }

    @Override
    public Answer call(Call call, JsonSink sink) {
        return Cancellable.run(() -> {
            Spoken spoken = speak(call);
            WholeAnswer answer = new WholeAnswer(spoken.protocol(), spoken.operation(), sink);
            return ask(spoken, call.input(), answer)
                    .<Answer>map(failure -> failure)
                    .orElseGet(() -> new Answer.Done(1, 1));
        });
    }

    @Override
    public Answer items(Call call, Paging paging, ItemSink sink) {
        return Cancellable.run(() -> pages(speak(call), paging, sink));
    }

    @Override
    public void close() {
        line.sender().close();
    }

    /** A call in the words of its service. */
    private record Spoken(Call call, Operation operation, Protocol protocol) {}

    private Spoken speak(Call call) {
        ServiceModel service = catalog.models().service(call.service());
        return new Spoken(
                call,
                service.operation(call.operation()),
                protocols.computeIfAbsent(call.service(), _ -> Protocol.of(service)));
    }

    private Answer pages(Spoken spoken, Paging paging, ItemSink sink) {
        Pager pager = Pager.of(spoken.call(), spoken.operation(), paging.pages(), settings.pageSize());
        long items = 0;
        for (int pages = 1; ; pages++) {
            PageAnswer answer = new PageAnswer(
                    spoken.protocol(), spoken.operation(), it -> splitter(spoken, paging, pager, it), sink);
            Optional<Answer.Failure> failure = ask(spoken, pager.input(), answer);
            if (failure.isPresent()) {
                return failure.get();
            }
            ItemSplitter page = answer.page();
            items += page.items();
            sink.endPage();
            switch (pager.turn(page.tokens(), page.more())) {
                case PAGE -> {}
                case END -> {
                    return new Answer.Done(pages, items);
                }
                case REPEATED -> {
                    return new Answer.Failed(
                            "RepeatedToken", "page %d leads back to a page before it".formatted(pages));
                }
            }
        }
    }

    private static ItemSplitter splitter(Spoken spoken, Paging paging, Pager pager, ItemSink sink) {
        var splitter = new ItemSplitter(paging, pager.outputs(), pager.more(), sink);
        return spoken.operation()
                .output()
                .map(output -> splitter.of(output.shape()))
                .orElse(splitter);
    }

    private Optional<Answer.Failure> ask(Spoken spoken, Map<String, ?> input, Exchange.Answers answers) {
        WireRequest request;
        try {
            request = spoken.protocol().request(spoken.operation(), input);
        } catch (IllegalArgumentException e) {
            // Inputs are made of what AWS answered before; one that does not fit must not end a scan.
            return Optional.of(new Answer.Failed("InvalidInput", String.valueOf(e.getMessage())));
        }
        String name = spoken.operation().name();
        boolean signed =
                spoken.operation().extras().authType().filter("none"::equals).isEmpty();
        Rates.Group group = Rates.of(spoken.call().service(), name, !input.isEmpty());
        Exchange.Request whole = new Exchange.Request(
                spoken.call(), spoken.protocol(), request, group, signed, repeatable(spoken.operation()));
        return new Exchange(line, whole, answers).run();
    }

    /** Reading changes nothing; a write with an idempotency token is done once however often it arrives. */
    private static boolean repeatable(Operation operation) {
        return Reading.isRead(operation.name())
                || operation.inputMembers().stream()
                        .anyMatch(member -> member.traits().has(Trait.IDEMPOTENCY_TOKEN));
    }
}
