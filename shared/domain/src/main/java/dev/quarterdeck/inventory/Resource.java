package dev.quarterdeck.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One fact: what AWS said a resource is. {@code config} is canonical JSON with sensitive values already replaced,
 * {@code hash} the SHA-256 (hex) of what counts as a change: config without noise, unordered lists put in order.
 */
public record Resource(Identity identity, Traits traits, Looked looked, Json.Obj config, String hash) {

    /** Where it is and what it is called. {@code name} falls back to the native id. */
    public record Identity(
            Uid uid, ResourceType type, Place place, String nativeId, Optional<String> arn, String name) {}

    /** Account, partition and region ({@code global} for global services). */
    public record Place(String partition, AccountId account, String region) {
        /** The region of what belongs to none. */
        public static final String GLOBAL = "global";
    }

    /** What filters and judges ask first. {@code tags} are the customer's; {@code aws:} ones stay in config. */
    public record Traits(
            Origin origin,
            Optional<String> state,
            Exposure exposure,
            SequencedMap<String, String> tags,
            Optional<Instant> createdAt,
            Details details) {}

    public record Exposure(Tri isPublic, Tri encrypted) {}

    /** Zone, the CloudFormation stack that manages it, and names under which people look for it. */
    public record Details(
            Optional<String> az, Optional<String> managedBy, Optional<String> stack, List<Identifier> identifiers) {}

    /** A name under which a resource can be found: an IP address, a DNS name, an access key id. */
    public record Identifier(String kind, String value) {

        /** Values seldom repeat, and the record's own goes through method handles, which the quick compiler does not see through. */
        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /**
     * When each part was read, and by which catalog and models. Enrichments not read are absent, with the reason. {@code
     * listed} is the hash of what the list alone told, where a later look is to be spared the enrichments.
     */
    public record Looked(
            Instant at,
            SequencedMap<String, Instant> enrichments,
            SequencedMap<String, String> notRead,
            Optional<String> listed,
            Versions versions) {}

    /** Of the catalog of types and of the service models. */
    public record Versions(String catalog, String models) {}
}
