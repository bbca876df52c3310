package dev.quarterdeck.catalog;

import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.expression.Variable;
import dev.quarterdeck.kernel.Json;

/** Around the samples: one account and region, and the parent and tags that a sample names. */
record SampleSurroundings(Json.Obj sample) implements Scope.Surroundings {
    @Override
    public Json variable(Variable variable) {
        return switch (variable) {
            case ACCOUNT -> Json.of("111122223333");
            case REGION -> Json.of("eu-west-1");
            case PARTITION -> Json.of("aws");
            case PARENT -> sample.get("parent").orElse(Json.Null.VALUE);
            case ID, ARN -> Json.Null.VALUE;
        };
    }

    @Override
    public Json tag(String key) {
        return sample.get("tags").orElse(Json.Null.VALUE) instanceof Json.Obj tags
                ? tags.get(key).orElse(Json.Null.VALUE)
                : Json.Null.VALUE;
    }
}
