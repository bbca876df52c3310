/** Secrets: typed so that nothing shows them by accident, and kept where only the hub reads them. */
@NullMarked
package dev.quarterdeck.credentials;

import org.jspecify.annotations.NullMarked;
