package dev.quarterdeck.testkit.oidc;

/** How a provider, or somebody between, may deceive a relying party. */
public enum Lie {
    NONE,
    OTHER_ISSUER_IN_ANSWER,
    NO_ISSUER_IN_ANSWER,
    OTHER_ISSUER_IN_TOKEN,
    OTHER_AUDIENCE,
    OTHER_NONCE,
    NO_NONCE,
    UNSIGNED,
    SIGNED_WITH_THE_PUBLIC_KEY,
    SIGNED_WITH_ANOTHER_KEY,
    ZERO_SIGNATURE,
    PATH_AS_KEY_ID,
    UNKNOWN_KEY_ID,
    KEY_IN_HEADER,
    KEY_ADDRESS_IN_HEADER,
    UNKNOWN_CRITICAL,
    ACCESS_TOKEN_TYPE,
    ACCESS_TOKEN_USE,
    EXPIRED,
    NOT_YET,
    NO_END,
    END_AS_TEXT,
    ENDLESS,
    CLAIM_TWICE,
    DEEPLY_NESTED,
    NO_SUBJECT
}
