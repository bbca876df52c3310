package dev.quarterdeck.edge.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.edge.contract.OpenApi;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.edge.contract.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the contract allows in a query fits into what the edge reads of a request's first line. */
class LongestRequestTest {
    private static final int LONGEST = 8192;
    private static final int STEP = 64;

    static List<Operation> operations() {
        return OpenApi.shipped().operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyParameterAtItsLongestFits(Operation operation) {
        int length = operation.path().text().length();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() == Parameter.Place.QUERY) {
                length += parameter.name().length() + 2 + longest(operation, parameter.name());
            }
        }
        assertThat(length).isLessThan(LONGEST);
    }

    /** What has a form or a few words, and so no text of zeros, is short. Cursors are the hub's own. */
    private static int longest(Operation operation, String name) {
        return IntStream.iterate(LONGEST, length -> length > 0, length -> length - STEP)
                .filter(length -> !name.equals("cursor") && takes(operation, name, "0".repeat(length)))
                .findFirst()
                .orElse(STEP);
    }

    private static boolean takes(Operation operation, String name, String text) {
        return operation.parameterViolations(Parameter.Place.QUERY, Map.of(name, text)).stream()
                .noneMatch(violation -> violation.at().equals(name));
    }
}
