/** What an account's owner must allow so that every type can be read, and what stays denied whatever they allow. */
@NullMarked
package dev.quarterdeck.collect.policy;

import org.jspecify.annotations.NullMarked;
