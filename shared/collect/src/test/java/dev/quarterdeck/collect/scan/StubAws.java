package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** AWS, as far as a test tells it: answers each operation with canned pages of JSON, or a failure. */
public final class StubAws implements AwsApi {
    public final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Call, Reply>> replies = new ConcurrentHashMap<>();

    /** Pages of JSON, and how the last one ended. */
    public record Reply(List<String> pages, Answer end) {}

    static Reply pages(String... pages) {
        return new Reply(List.of(pages), new Answer.Done(pages.length, 0));
    }

    static Reply failure(Answer.Failure failure) {
        return new Reply(List.of(), failure);
    }

    public StubAws on(String operation, String... pages) {
        return on(operation, _ -> pages(pages));
    }

    public StubAws on(String operation, Answer.Failure failure) {
        return on(operation, _ -> failure(failure));
    }

    public StubAws on(String operation, Function<Call, Reply> reply) {
        replies.put(operation, reply);
        return this;
    }

    /** An account with these regions. */
    static StubAws account(String account, String... regions) {
        var rows = new ArrayList<String>();
        for (String region : regions) {
            rows.add("{\"RegionName\": \"%s\", \"OptInStatus\": \"opt-in-not-required\"}".formatted(region));
        }
        return new StubAws()
                .on(
                        "sts:GetCallerIdentity",
                        "{\"Account\": \"%s\", \"Arn\": \"arn:aws:iam::%s:user/me\"}".formatted(account, account))
                .on("ec2:DescribeRegions", "{\"Regions\": [%s]}".formatted(String.join(",", rows)));
    }

    long count(String operation) {
        return calls.stream().filter(call -> name(call).equals(operation)).count();
    }

    @Override
    public Answer call(Call call, JsonSink sink) {
        Reply reply = reply(call);
        reply.pages.forEach(page -> emit(parsed(page), sink));
        return reply.end;
    }

    @Override
    public Answer items(Call call, Paging paging, ItemSink sink) {
        Reply reply = reply(call);
        long items = 0;
        for (String page : reply.pages) {
            List<Json> found = new ArrayList<>();
            follow(parsed(page), paging.items(), new LinkedHashMap<>(), paging.carry(), found);
            for (Json item : found) {
                emit(item, sink.begin());
                sink.end();
                items++;
            }
            sink.endPage();
        }
        return reply.end instanceof Answer.Done ? new Answer.Done(reply.pages.size(), items) : reply.end;
    }

    private Reply reply(Call call) {
        calls.add(call);
        Function<Call, Reply> reply = replies.get(name(call));
        return reply == null ? failure(new Answer.Unsupported("no such call: " + name(call))) : reply.apply(call);
    }

    private static String name(Call call) {
        return call.service() + ":" + call.operation();
    }

    private static Json parsed(String page) {
        return JsonReader.read(page).orElseThrow(() -> new IllegalArgumentException("no JSON: '%s'".formatted(page)));
    }

    private static void follow(Json at, String path, Map<String, Json> carried, List<String> carry, List<Json> found) {
        if (path.isEmpty() || path.equals("@")) {
            if (at instanceof Json.Obj(var members)) {
                var item = new LinkedHashMap<>(members);
                carried.forEach(item::putIfAbsent);
                found.add(new Json.Obj(item));
            } else {
                found.add(at);
            }
            return;
        }
        if (!(at instanceof Json.Obj(var members))) {
            return;
        }
        var more = new LinkedHashMap<>(carried);
        carry.stream().filter(members::containsKey).forEach(name -> more.put(name, members.get(name)));
        String step = path.split("\\.", 2)[0];
        String rest = path.contains(".") ? path.substring(step.length() + 1) : "";
        Json next = members.getOrDefault(step.replace("[]", ""), Json.Null.VALUE);
        if (!step.endsWith("[]")) {
            follow(next, rest, more, carry, found);
        } else if (next instanceof Json.Arr(var items)) {
            items.forEach(item -> follow(item, rest, more, carry, found));
        }
    }

    private static void emit(Json value, JsonSink sink) {
        switch (value) {
            case Json.Null _ -> sink.nothing();
            case Json.Bool(var bool) -> sink.bool(bool);
            case Json.Num(var number) -> sink.number(number.toString());
            case Json.Str(var text) -> sink.string(text);
            case Json.Arr(var items) -> {
                sink.beginArray();
                items.forEach(item -> emit(item, sink));
                sink.endArray();
            }
            case Json.Obj(var members) -> {
                sink.beginObject();
                members.forEach((name, member) -> {
                    sink.name(name);
                    emit(member, sink);
                });
                sink.endObject();
            }
        }
    }
}
