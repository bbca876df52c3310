/** Signing in by any OpenID Connect provider: authorization code with PKCE, and nothing believed that is not proven. */
@NullMarked
package dev.quarterdeck.edge.oidc;

import org.jspecify.annotations.NullMarked;
