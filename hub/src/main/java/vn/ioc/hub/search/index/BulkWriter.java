// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes in bulk, with the graph's own versions: what the index has already or has newer is done. A document that
 * Elasticsearch will never take is counted, logged by its uid and left out, so that it holds nothing else up.
 */
final class BulkWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);
    private static final int CONFLICT = 409;

    private final IndexStore store;
    private final MeterRegistry meters;

    BulkWriter(IndexStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /** @throws IndexException when some writes have to be tried again; repeating all of them does no harm */
    void write(List<IndexWrite> writes, List<String> aliases) {
        List<BulkOperation> operations = new ArrayList<>();
        for (String alias : aliases) {
            writes.forEach(write -> operations.add(operation(write, alias)));
        }
        if (operations.isEmpty()) {
            return;
        }
        BulkRequest request = BulkRequest.of(b -> b.operations(operations).requireAlias(true));
        BulkResponse answer = IndexStore.call(() -> store.client().bulk(request));
        if (answer.errors()) {
            answer.items().forEach(this::judge);
        }
    }

    private static BulkOperation operation(IndexWrite write, String alias) {
        return switch (write) {
            case IndexWrite.Put put ->
                BulkOperation.of(o -> o.index(i -> i.index(alias)
                        .id(put.uid())
                        .version(put.version())
                        .versionType(VersionType.ExternalGte)
                        .document(put.document())));
            case IndexWrite.Drop drop ->
                BulkOperation.of(o -> o.delete(d ->
                        d.index(alias).id(drop.uid()).version(drop.version()).versionType(VersionType.ExternalGte)));
        };
    }

    private void judge(BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null || item.status() == CONFLICT) {
            return;
        }
        String type = Objects.requireNonNullElse(error.type(), "unknown");
        if (type.equals("index_not_found_exception")) {
            throw IndexStore.missing(null);
        }
        if (item.status() != 400) {
            throw new IndexException(IndexException.Reason.LATER, "Elasticsearch refuses for now: " + type, null);
        }
        meters.counter("hub.index.refused", "reason", type).increment();
        LOG.warn("the index refuses {}: {}", item.id(), type);
    }
}
