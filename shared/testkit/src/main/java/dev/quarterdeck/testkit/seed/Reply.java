package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.kernel.Json;

/** What a call answered. Paths are member names and indexes: {@code Subnets.0.SubnetId}. */
record Reply(Json body) {
    String text(String path) {
        if (at(path) instanceof Json.Str(String value)) {
            return value;
        }
        throw new IllegalStateException("no text at '%s' of %s".formatted(path, body.text()));
    }

    int size(String path) {
        return at(path) instanceof Json.Arr(var items) ? items.size() : 0;
    }

    private Json at(String path) {
        Json here = body;
        for (String step : path.split("\\.", -1)) {
            here = switch (here) {
                case Json.Obj object -> object.get(step).orElse(Json.Null.VALUE);
                case Json.Arr(var items) -> items.get(Integer.parseInt(step));
                case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Json.Null.VALUE;
            };
        }
        return here;
    }
}
