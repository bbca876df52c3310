/** An OpenID Connect provider on loopback that can be told to lie. */
@NullMarked
package dev.quarterdeck.testkit.oidc;

import org.jspecify.annotations.NullMarked;
