// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one caller may spend, {@code hub.budget.*}; in each process of the hub by itself.
 *
 * @param points that a caller has for each period, see {@link CostEstimate}
 * @param period after which all of them are there again
 * @param callers whose budgets are kept; beyond, the one that was idle longest begins anew
 */
@ConfigurationProperties("hub.budget")
public record BudgetSettings(
        @DefaultValue("1000000") long points,
        @DefaultValue("1m") Duration period,
        @DefaultValue("10000") int callers) {}
