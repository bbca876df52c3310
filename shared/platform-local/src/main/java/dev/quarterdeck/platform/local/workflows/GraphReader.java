package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.util.HashMap;

/** Reads states and where they begin, of a workflow, a branch or an iteration. */
final class GraphReader {
    private static final int LONGEST_NAME = 80;

    Graph read(Fields fields) {
        var states = new HashMap<String, State>();
        fields.object("States").json().members().forEach((name, value) -> states.put(name, state(name, value)));
        return fields.make(() -> new Graph(fields.text("StartAt"), states));
    }

    private State state(String name, Json value) {
        String at = "/States/" + name;
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Malformed(at, "needs a name of 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (!(value instanceof Json.Obj object)) {
            throw new Malformed(at, "must be an object");
        }
        try {
            return new StateReader(Fields.of(object), this).read();
        } catch (Malformed e) {
            throw e.within(at);
        }
    }
}
