// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import java.util.List;
import java.util.function.Supplier;

/**
 * One point of the contract for one source or stream.
 *
 * @param name a sentence, e.g. {@code smart-btm/petitions: samples give what is expected}
 * @param problems runs the check: nothing = kept; each line says what is wrong
 */
public record Check(String name, Supplier<List<String>> problems) {
    /** The outcome of a check. */
    public record Line(String name, List<String> problems) {
        public boolean kept() {
            return problems.isEmpty();
        }

        /** As the command prints it. */
        @Override
        public String toString() {
            return kept() ? "ok    " + name : "FAIL  " + name + "\n        " + String.join("\n        ", problems);
        }
    }

    public Line run() {
        return new Line(name, List.copyOf(problems.get()));
    }
}
