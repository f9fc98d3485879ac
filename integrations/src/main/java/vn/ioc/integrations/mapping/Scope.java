// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.codes.CodeLists;

/** What expressions see: the tree that paths start from, and the helpers of this item. */
record Scope(@Nullable Object tree, Hmac hmac, Redactor redactor, CodeLists codes) {
    /** For one element of {@code each:}: paths start from {@code {each: element, item: whole item}}. */
    Scope each(@Nullable Object element) {
        Map<String, @Nullable Object> both = new java.util.HashMap<>();
        both.put("each", element);
        both.put("item", tree);
        return new Scope(both, hmac, redactor, codes);
    }
}
