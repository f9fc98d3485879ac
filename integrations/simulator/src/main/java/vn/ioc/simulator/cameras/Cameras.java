// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.cameras;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.DistrictClock;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Pushing;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/**
 * The video system. {@code GET /api/v1/devices}, {@code /api/v1/events?afterId=}, {@code /api/v1/supports} with {@code
 * pageNo} and {@code pageSize}, header {@code X-API-Key}; {@code POST /onvif/{deviceId}} answers {@code
 * GetDeviceInformation}. Changed states can also be pushed as ONVIF notifications. An edit puts a camera into another
 * state; a deletion takes it out of the inventory.
 */
public final class Cameras implements SourceSystem, Pushing {
    private final District district;
    private final String key;
    private final TreeMap<String, Camera> cameras = new TreeMap<>();
    private final List<StateChange> events = new ArrayList<>();
    private long changes;

    public Cameras(District district, String key) {
        this.district = district;
        this.key = key;
        CameraBook book = new CameraBook(district);
        List<Camera> made = book.cameras();
        made.forEach(camera -> cameras.put(camera.id(), camera));
        book.changes(made).forEach(change -> enter(change.camera(), change.state(), change.at()));
    }

    @Override
    public String name() {
        return "cameras";
    }

    @Override
    public synchronized Answer answer(Request request) {
        if (!key.equals(request.header("x-api-key"))) {
            return Answer.error(401, "invalid api key");
        }
        String[] path = request.path().split("/");
        if (request.path().startsWith("/onvif/") && path.length == 3) {
            Camera camera = cameras.get(path[2]);
            return camera == null || camera.removed()
                    ? Answer.error(404, "no such device")
                    : Answer.bytes(
                            "application/soap+xml; charset=utf-8",
                            CameraWire.deviceInformation(camera).getBytes(StandardCharsets.UTF_8));
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /api/v1/devices" -> page(request, devices(request.parameter("updatedSince", "")));
            case "GET /api/v1/events" -> {
                long after = request.number("afterId", 0, 0, Long.MAX_VALUE);
                yield page(
                        request,
                        events.stream()
                                .filter(e -> e.id() > after)
                                .map(CameraWire::change)
                                .toList());
            }
            case "GET /api/v1/supports" -> {
                List<ObjectNode> rows = new ArrayList<>();
                CameraWire.assistance().forEach(row -> rows.add((ObjectNode) row));
                yield page(request, rows);
            }
            default -> Answer.error(404, "there are /api/v1/devices, /events, /supports and /onvif/{deviceId}");
        };
    }

    private static Answer page(Request request, List<ObjectNode> rows) {
        int page = (int) request.number("pageNo", 1, 1, 1_000_000);
        int size = (int) request.number("pageSize", 50, 1, 500);
        return Answer.page(CameraWire.answer(page, size, rows), "data", "total");
    }

    private List<ObjectNode> devices(String since) {
        LocalDateTime from;
        try {
            from = since.isEmpty()
                    ? LocalDateTime.MIN
                    : OffsetDateTime.parse(since)
                            .atZoneSameInstant(DistrictClock.ZONE)
                            .toLocalDateTime();
        } catch (DateTimeParseException e) {
            throw new RequestException("updatedSince must be an ISO date and time with an offset");
        }
        return cameras.values().stream()
                .filter(c -> !c.removed() && !c.updated().isBefore(from))
                .map(CameraWire::device)
                .toList();
    }

    @Override
    public synchronized LedgerEntry edit(@Nullable String id) {
        Dice dice = district.setting().dice("camera edit", ++changes);
        Camera old = living(id, dice);
        int next = old.state() == 1 ? dice.pick(List.of(0, 2, 3)) : 1;
        return entry(enter(old.id(), next, district.clock().after(old.updated())));
    }

    @Override
    public synchronized LedgerEntry delete(@Nullable String id, boolean silently) {
        Camera old = living(id, district.setting().dice("camera delete", ++changes));
        Camera gone = old.takenDown(district.clock().after(old.updated()));
        cameras.put(gone.id(), gone);
        return entry(gone);
    }

    /** One more camera beside an old one. */
    @Override
    public synchronized LedgerEntry add() {
        Camera beside = living(null, district.setting().dice("camera add", ++changes));
        String id = "CAM-" + (9000 + changes);
        LocalDateTime now = district.clock().now();
        Camera fresh = new Camera(
                id,
                beside.name() + " (bổ sung)",
                beside.kind(),
                beside.village(),
                (beside.heading() + 180) % 360,
                beside.maker(),
                beside.model(),
                beside.firmware(),
                now.toLocalDate(),
                1,
                now,
                now,
                false);
        cameras.put(id, fresh);
        return entry(enter(id, 1, now));
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        return cameras.values().stream().map(Cameras::entry).toList();
    }

    /** One camera changes its state, and the notification of that is handed out to be sent. */
    @Override
    public synchronized Notice next() {
        LedgerEntry changed = edit(null);
        String body = CameraWire.notification(events.getLast());
        return new Notice("application/soap+xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), changed);
    }

    private Camera enter(String id, int state, LocalDateTime at) {
        Camera old = cameras.get(id);
        if (old == null) {
            throw new IllegalStateException("no camera " + id);
        }
        Camera next = old.in(state, at);
        cameras.put(id, next);
        events.add(new StateChange(events.size() + 1L, id, state, at));
        return next;
    }

    private Camera living(@Nullable String id, Dice dice) {
        List<Camera> there = cameras.values().stream()
                .filter(c -> !c.removed() && (id == null || id.equals(c.id())))
                .toList();
        if (there.isEmpty()) {
            throw new RequestException(id == null ? "no camera is left" : "no camera " + id);
        }
        return dice.pick(there);
    }

    private static LedgerEntry entry(Camera camera) {
        Map<String, String> facts = Map.of(
                "kind", camera.kind(),
                "state", Integer.toString(camera.state()),
                "commune", camera.village().newCommune(),
                "stream", camera.stream());
        LedgerEntry.State state = camera.removed() ? LedgerEntry.State.DELETED : LedgerEntry.State.LIVE;
        return new LedgerEntry(camera.id(), CameraWire.moment(camera.updated()), state, facts);
    }
}
