package dev.quarterdeck.wire;

import java.time.Duration;

/** Hears of every request that was sent, whatever came of it. Called on the thread of the call: be quick. */
@FunctionalInterface
public interface CallListener {
    CallListener SILENT = _ -> {};

    void sent(Attempt attempt);

    /** One request. {@code region} is where it went, which is not the call's own for partition-wide services. */
    record Attempt(Call call, String region, Received received, Duration took) {}

    /**
     * What came back: {@code status} is HTTP's (0 where no response came), {@code code} the error's (empty where all is
     * well), {@code bytes} those of the body, {@code dropped} how many members the model did not know.
     */
    record Received(int status, String code, long bytes, long dropped) {
        public boolean throttled() {
            return Fault.isThrottling(status, code);
        }
    }
}
