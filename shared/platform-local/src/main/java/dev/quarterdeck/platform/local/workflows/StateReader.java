package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one state: which fields it may have, and what they mean. */
final class StateReader {
    private static final Set<String> EVERY = Set.of("Type", "Comment");
    private static final Set<String> FLOW = Set.of("InputPath", "OutputPath");
    private static final Set<String> NEXT = Set.of("Next", "End");
    private static final Set<String> WORK = Set.of("ResultSelector", "ResultPath", "Retry", "Catch");
    private static final Pattern TASK = Pattern.compile("\\$\\{([a-z][a-z0-9-]*)}");
    private static final String WITH_TOKEN = "arn:aws:states:::lambda:invoke.waitForTaskToken";

    private final Fields fields;
    private final GraphReader graphs;

    StateReader(Fields fields, GraphReader graphs) {
        this.fields = fields;
        this.graphs = graphs;
    }

    State read() {
        return switch (fields.text("Type")) {
            case "Pass" -> pass();
            case "Task" -> task();
            case "Choice" -> choice();
            case "Wait" -> waits();
            case "Succeed" -> {
                only(List.of(FLOW));
                yield new State.Succeed(flow());
            }
            case "Fail" -> fail();
            case "Parallel" -> parallel();
            case "Map" -> map();
            case String other -> throw new Malformed("/Type", "is not one of ours: '%s'".formatted(other));
        };
    }

    private State pass() {
        only(List.of(FLOW, NEXT, Set.of("Parameters", "Result", "ResultPath")));
        return new State.Pass(flow(), fields.json().get("Result"), next());
    }

    private State task() {
        only(List.of(FLOW, NEXT, WORK, Set.of("Parameters", "Resource", "TimeoutSeconds", "HeartbeatSeconds")));
        var patience = new State.Patience(seconds("TimeoutSeconds", 1), seconds("HeartbeatSeconds", 1));
        if (patience.heartbeat().isPresent()
                && patience.timeout().isPresent()
                && patience.heartbeat().get().compareTo(patience.timeout().get()) >= 0) {
            throw new Malformed("/HeartbeatSeconds", "must be less than TimeoutSeconds");
        }
        return new State.Task(flow(), resource(), patience, HandlingReader.read(fields), next());
    }

    private State.Resource resource() {
        String resource = fields.text("Resource");
        if (!resource.equals(WITH_TOKEN)) {
            return new State.Resource(task("/Resource", resource), false);
        }
        Fields parameters = fields.object("Parameters").only(Set.of("FunctionName", "Payload", "Payload.$"));
        return new State.Resource(task("/Parameters/FunctionName", parameters.text("FunctionName")), true);
    }

    private static String task(String at, String text) {
        Matcher matcher = TASK.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed(at, "must be the name of a task like ${collect}: '%s'".formatted(text));
        }
        return matcher.group(1);
    }

    private State choice() {
        only(List.of(FLOW, Set.of("Choices", "Default")));
        List<State.Choice.Option> options = new RuleReader(fields).options();
        return new State.Choice(flow(), options, fields.maybeText("Default"));
    }

    private State waits() {
        Set<String> ways = Set.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
        only(List.of(FLOW, NEXT, ways));
        if (ways.stream().filter(fields::has).count() != 1) {
            throw new Malformed("/Type", "Wait needs exactly one of Seconds, SecondsPath, Timestamp and TimestampPath");
        }
        Optional<Until> until = seconds("Seconds", 0).map(Until.Span::new);
        return new State.Wait(
                flow(),
                until.or(() -> fields.maybeText("SecondsPath", Path::of).map(Until.SpanAt::new))
                        .or(() -> fields.maybeText("TimestampPath", Path::of).map(Until.MomentAt::new))
                        .orElseGet(() -> new Until.Moment(fields.instant("Timestamp"))),
                next());
    }

    private State fail() {
        only(List.of(Set.of("Error", "ErrorPath", "Cause", "CausePath")));
        return new State.Fail(flow(), words("Error"), words("Cause"));
    }

    private State.Words words(String name) {
        if (fields.has(name) && fields.has(name + "Path")) {
            throw new Malformed("/" + name, "is there twice, as words and as a path");
        }
        return new State.Words(fields.maybeText(name).orElse(""), fields.maybeText(name + "Path", Path::of));
    }

    private State parallel() {
        only(List.of(FLOW, NEXT, WORK, Set.of("Parameters", "Branches")));
        var branches = new ArrayList<Graph>();
        for (Fields branch : fields.objects("Branches")) {
            branches.add(graph("/Branches/" + branches.size(), branch, Set.of()));
        }
        if (branches.isEmpty()) {
            throw new Malformed("/Branches", "needs at least one branch");
        }
        return new State.Parallel(flow(), List.copyOf(branches), HandlingReader.read(fields), next());
    }

    private State map() {
        only(List.of(FLOW, NEXT, WORK, Set.of("ItemsPath", "ItemSelector", "MaxConcurrency", "ItemProcessor")));
        Fields processor = fields.object("ItemProcessor");
        processor
                .maybeObject("ProcessorConfig")
                .filter(config -> !config.only(Set.of("Mode")).text("Mode").equals("INLINE"))
                .ifPresent(_ -> {
                    throw new Malformed("/ItemProcessor/ProcessorConfig/Mode", "must be INLINE");
                });
        long atOnce = fields.maybeWhole("MaxConcurrency").orElse(0L);
        return new State.Map(
                flow(),
                new State.Iteration(
                        fields.maybeText("ItemsPath", Path::of).orElse(Path.ROOT),
                        template("ItemSelector"),
                        Math.toIntExact(atOnce),
                        graph("/ItemProcessor", processor, Set.of("ProcessorConfig"))),
                HandlingReader.read(fields),
                next());
    }

    private Graph graph(String at, Fields inner, Set<String> more) {
        try {
            var names = new HashSet<>(Set.of("Comment", "StartAt", "States"));
            names.addAll(more);
            return graphs.read(Fields.of(inner.json()).only(names));
        } catch (Malformed e) {
            throw e.within(at);
        }
    }

    private Flow flow() {
        return new Flow(
                filter("InputPath"),
                template("Parameters"),
                template("ResultSelector"),
                HandlingReader.placing(fields),
                filter("OutputPath"));
    }

    private Flow.Filter filter(String name) {
        boolean nothing =
                fields.json().get(name).filter(Json.Null.class::isInstance).isPresent();
        return new Flow.Filter(
                nothing
                        ? Optional.empty()
                        : Optional.of(fields.maybeText(name, Path::of).orElse(Path.ROOT)));
    }

    private Optional<Template> template(String name) {
        return fields.json().get(name).map(value -> Template.read("/" + name, value));
    }

    private Optional<Duration> seconds(String name, long least) {
        Optional<Long> seconds = fields.maybeWhole(name);
        if (seconds.filter(some -> some < least).isPresent()) {
            throw new Malformed("/" + name, "must be %d or more".formatted(least));
        }
        return seconds.map(Duration::ofSeconds);
    }

    private Optional<String> next() {
        boolean ends = fields.json().get("End").isPresent();
        if (ends == fields.has("Next") || (ends && !fields.flag("End"))) {
            throw new Malformed("/Next", "or \"End\": true is needed, and not both");
        }
        return fields.maybeText("Next");
    }

    private void only(List<Set<String>> sets) {
        var names = new HashSet<>(EVERY);
        sets.forEach(names::addAll);
        fields.only(names);
    }
}
