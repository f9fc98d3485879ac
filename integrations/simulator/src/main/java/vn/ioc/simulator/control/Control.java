// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Fault;
import vn.ioc.simulator.wire.Faults;
import vn.ioc.simulator.wire.Json;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Pushing;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/** What the control address can do; each change answers with the entries as they are afterwards. */
public final class Control {
    private static final int MOST = 10_000;

    private final Map<String, SourceSystem> systems = new LinkedHashMap<>();
    private final Faults faults;
    private final Runnable afterChange;
    private final Push push = new Push();

    /** @param afterChange runs after each change, before it is answered */
    public Control(List<SourceSystem> systems, Faults faults, Runnable afterChange) {
        systems.forEach(system -> this.systems.put(system.name(), system));
        this.faults = faults;
        this.afterChange = afterChange;
    }

    Answer answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /control/ledger" -> ledger(request.parameter("system", ""));
            case "POST /control/edit" -> edit(request);
            case "POST /control/delete" -> delete(request);
            case "POST /control/add" ->
                changes(count(request), () -> system(request).add());
            case "POST /control/push" -> push(request);
            case "POST /control/fault" -> fault(request);
            case "POST /control/fault/clear" -> {
                faults.clear();
                yield Answer.json(200, Json.object().put("faults", 0));
            }
            default ->
                Answer.error(
                        404,
                        "there are GET ledger and POST edit, delete, add, push, fault, fault/clear below /control");
        };
    }

    private Answer edit(Request request) {
        String id = request.parameter("id", "");
        return changes(count(request), () -> system(request).edit(id.isEmpty() ? null : id));
    }

    private Answer delete(Request request) {
        String id = request.parameter("id", "");
        String how = request.parameter("how", "mark");
        if (!List.of("mark", "vanish").contains(how)) {
            throw new RequestException("how must be mark or vanish");
        }
        return changes(count(request), () -> system(request).delete(id.isEmpty() ? null : id, how.equals("vanish")));
    }

    private Answer push(Request request) {
        if (!(system(request) instanceof Pushing pushing)) {
            throw new RequestException("this system does not push");
        }
        return push.send(pushing, request.parameter("to", ""), request.parameter("token", ""), count(request));
    }

    private Answer fault(Request request) {
        SourceSystem system = system(request);
        String kind = request.parameter("kind", "").toUpperCase(Locale.ROOT).replace('-', '_');
        for (Fault.Kind known : Fault.Kind.values()) {
            if (known.name().equals(kind)) {
                int times = (int) request.number("times", 1, 1, MOST);
                faults.add(system.name(), new Fault(known, (int) request.number("amount", 1, 0, 600_000)), times);
                return Answer.json(200, Json.object().put("faults", times));
            }
        }
        throw new RequestException("kind must be one of " + List.of(Fault.Kind.values()));
    }

    private Answer changes(int count, Supplier<LedgerEntry> change) {
        List<LedgerEntry> changed = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                changed.add(change.get());
            }
        } finally {
            afterChange.run();
        }
        ObjectNode answer = Json.object();
        answer.set("changed", records(changed));
        return Answer.json(200, answer);
    }

    private Answer ledger(String only) {
        ObjectNode answer = Json.object();
        systems.forEach((name, system) -> {
            if (only.isEmpty() || only.equals(name)) {
                List<LedgerEntry> entries = system.ledger();
                ObjectNode part = answer.putObject(name);
                for (LedgerEntry.State state : LedgerEntry.State.values()) {
                    long count =
                            entries.stream().filter(e -> e.state() == state).count();
                    part.put(state.name().toLowerCase(Locale.ROOT), count);
                }
                part.set("records", records(entries));
            }
        });
        return Answer.json(200, answer);
    }

    private static ArrayNode records(List<LedgerEntry> entries) {
        ArrayNode records = Json.array();
        for (LedgerEntry entry : entries) {
            ObjectNode facts = Json.object();
            entry.facts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
            ObjectNode record = Json.object()
                    .put("id", entry.id())
                    .put("version", entry.version())
                    .put("state", entry.state().name());
            record.set("facts", facts);
            records.add(record);
        }
        return records;
    }

    private SourceSystem system(Request request) {
        SourceSystem system = systems.get(request.parameter("system", ""));
        if (system == null) {
            throw new RequestException("system must be one of " + systems.keySet());
        }
        return system;
    }

    private static int count(Request request) {
        return (int) request.number("count", 1, 1, MOST);
    }
}
