package dev.quarterdeck.kernel.events;

import dev.quarterdeck.kernel.migrations.Migration;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Before, all events waited in one partition of the index; since, in several, so that none grows hot. */
public final class OutboxLanes implements Migration {
    private static final String ONE_LANE = "outbox";

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "events wait in %d lanes instead of one".formatted(Parcel.LANES);
    }

    @Override
    public List<Query> rows(Direction direction) {
        return switch (direction) {
            case FORWARD -> List.of(Query.of(Parcel.INDEX, ONE_LANE));
            case BACK ->
                IntStream.range(0, Parcel.LANES)
                        .mapToObj(lane -> Query.of(Parcel.INDEX, Parcel.lane(lane)))
                        .toList();
        };
    }

    @Override
    public Optional<Row> changed(Row row, Direction direction) {
        return Optional.ofNullable(row.indexed().get(Parcel.INDEX))
                .filter(place -> !place.partition().equals(Parcel.GIVEN_UP))
                .filter(place -> place.partition().equals(ONE_LANE) == (direction == Direction.FORWARD))
                .map(place -> new Key(lane(row, direction), place.sort()))
                .map(place -> row.next(row.data()).in(Parcel.INDEX, place));
    }

    private static String lane(Row row, Direction direction) {
        return switch (direction) {
            case FORWARD -> Parcel.from(row).lane();
            case BACK -> ONE_LANE;
        };
    }
}
