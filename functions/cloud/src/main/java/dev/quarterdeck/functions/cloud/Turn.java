package dev.quarterdeck.functions.cloud;

import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.edge.hub.Hub;
import jakarta.inject.Inject;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * One request after another: what a turn notes is written before the turn ends, since the process may be frozen after it.
 * A few turns are taken before SnapStart's snapshot, so that the first caller meets loaded classes and a contract that is
 * read. The table's connection does not survive the snapshot; its client opens another.
 */
public final class Turn implements Resource {
    private static final List<String> ASKED = List.of("/healthz", "/api/version", "/readyz");

    private final HttpEdge edge;
    private final Hub hub;
    private final HubConfig config;

    @Inject
    Turn(HttpEdge edge, Hub hub, HubConfig config) {
        this.edge = edge;
        this.hub = hub;
        this.config = config;
    }

    /** A hub's API on this platform. */
    public static Turn on(HubConfig config, Hub.Platform platform) {
        return DaggerEdgeComponent.factory().create(config, platform).turn();
    }

    public HttpResponse answer(HttpRequest request) {
        HttpResponse response = edge.handle(request);
        hub.recordReads();
        return response;
    }

    /** This, told when the snapshot is taken. */
    public Turn registered() {
        Core.getGlobalContext().register(this);
        return this;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        var host = Headers.of("Host", config.host());
        ASKED.forEach(path -> answer(new HttpRequest("GET", path, host, Body.EMPTY, "127.0.0.1")));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // nothing is stale: credentials and time are asked for anew, random numbers come from the system
    }
}
