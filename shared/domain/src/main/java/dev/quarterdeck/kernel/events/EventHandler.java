package dev.quarterdeck.kernel.events;

/** Does something about events. It may be told the same one twice, and an older one after a newer one. */
public interface EventHandler {
    /** Its name, under which it is remembered that it has handled an event. */
    String name();

    boolean wants(String type);

    /** What it throws is tried again later. */
    void handle(DomainEvent event) throws Exception;
}
