/** The proof that a connection is what it is said to be, step by step, before anything is believed. */
@NullMarked
package dev.quarterdeck.accounts.proof;

import org.jspecify.annotations.NullMarked;
