/** What people see in the terminal: tables, live progress, the summary of a scan. */
@NullMarked
package dev.quarterdeck.local.report;

import org.jspecify.annotations.NullMarked;
