// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

/** What a petition is by the rules; on the wire only its category tells. */
enum Kind {
    /** Kiến nghị: asks for something and is solved or open. */
    PROPOSAL,
    /** Góp ý: a comment, category 9. */
    COMMENT,
    /** Khiếu nại or tố cáo, categories 10 and 11: excluded from feedback. */
    EXCLUDED
}
