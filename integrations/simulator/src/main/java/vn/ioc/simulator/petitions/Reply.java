// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was answered.
 *
 * @param file the name of the attached scan
 * @param documentId the Qoffice document that the text cites; null when it cites none
 */
record Reply(
        String text,
        @Nullable String file,
        LocalDateTime at,
        @Nullable String documentId) {}
