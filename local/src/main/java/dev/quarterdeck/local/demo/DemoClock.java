package dev.quarterdeck.local.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The demo's time: put at an instant of the tape, it goes on from there as time does. */
public final class DemoClock extends Clock {
    private final ZoneId zone;
    private volatile Moment moment;

    private record Moment(Instant at, long nanos) {
        Instant now() {
            return at.plus(Duration.ofNanos(System.nanoTime() - nanos));
        }
    }

    public DemoClock(Instant start) {
        this(ZoneOffset.UTC, new Moment(start, System.nanoTime()));
    }

    private DemoClock(ZoneId zone, Moment moment) {
        this.zone = zone;
        this.moment = moment;
    }

    public void moveTo(Instant instant) {
        moment = new Moment(instant, System.nanoTime());
    }

    @Override
    public Instant instant() {
        return moment.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(other, moment);
    }
}
