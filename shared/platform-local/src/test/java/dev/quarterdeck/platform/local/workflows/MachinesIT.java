package dev.quarterdeck.platform.local.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.testkit.MiniStack;
import dev.quarterdeck.testkit.workflows.EmulatedStepFunctions;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link MachinesTest} expects of our interpreter is what Step Functions does, as far as its emulator does it. */
@EnabledIf(
        value = "dev.quarterdeck.testkit.MiniStack#isThere",
        disabledReason = "needs MiniStack, which scripts/check installs")
class MachinesIT {
    private static final int AT_ONCE = 12;
    private static final Map<String, Future<EmulatedRun.Ran>> RUNS = new ConcurrentHashMap<>();
    private static MiniStack cloud;
    private static EmulatedStepFunctions emulator;

    /** All at once, as an emulated execution mostly waits. */
    @BeforeAll
    static void run() {
        cloud = MiniStack.start(MiniStack.Settings.OPEN);
        emulator = new EmulatedStepFunctions(cloud.endpoint());
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Case machine : Case.all()) {
                RUNS.put(machine.name(), executor.submit(() -> new EmulatedRun(emulator, machine).run()));
            }
        }
    }

    @AfterAll
    static void stop() {
        emulator.close();
        cloud.close();
    }

    static Stream<Case> machines() {
        return Case.all().stream();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theEmulatorEndsThemTheSameOrAsTheSuiteSays(Case machine) throws ExecutionException, InterruptedException {
        EmulatedRun.Ran ran = Objects.requireNonNull(RUNS.get(machine.name())).get();
        Case.Expected expected = machine.expected();
        if (expected.ministack().isEmpty()) {
            assertThat(ran).isEqualTo(new EmulatedRun.Ran(expected.end(), expected.states()));
            return;
        }
        Case.Deviation deviation = expected.ministack().get();
        assertThat(ran.states()).as(deviation.why()).isEqualTo(deviation.states());
        assertThat(ran.end()).as("it does as AWS now: %s", deviation.why()).isNotEqualTo(expected.end());
        if (deviation
                .end()
                .output()
                .or(() -> deviation.end().error().map(Json::of))
                .isPresent()) {
            assertThat(ran.end()).as(deviation.why()).isEqualTo(deviation.end());
        }
    }
}
