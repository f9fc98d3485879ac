// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.cameras;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.Ascii;
import vn.ioc.simulator.district.DistrictClock;
import vn.ioc.simulator.district.Resource;
import vn.ioc.simulator.wire.Json;

/** The video system's JSON and the ONVIF answers of single devices. */
final class CameraWire {
    private static final Map<String, Integer> KINDS = Map.of("traffic", 1, "security", 2, "hazard", 3);
    private static final String ENVELOPE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://www.w3.org/2003/05/soap-envelope\""
            + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\" xmlns:tt=\"http://www.onvif.org/ver10/schema\""
            + " xmlns:wsnt=\"http://docs.oasis-open.org/wsn/b-2\" xmlns:tns1=\"http://www.onvif.org/ver10/topics\">"
            + "<SOAP-ENV:Body>%s</SOAP-ENV:Body></SOAP-ENV:Envelope>";

    private CameraWire() {}

    static ObjectNode device(Camera camera) {
        return Json.object()
                .put("deviceId", camera.id())
                .put("deviceName", camera.name())
                .put("deviceType", KINDS.getOrDefault(camera.kind(), 0))
                .put("manufacturer", camera.maker())
                .put("model", camera.model())
                .put("firmware", camera.firmware())
                .put("serialNumber", camera.serial())
                .put("longitude", camera.village().longitude())
                .put("latitude", camera.village().latitude())
                .put("direction", camera.heading())
                .put("installPlace", camera.village().name())
                .put("installDate", camera.installed().toString())
                .put("status", camera.state())
                .put("retentionDays", camera.kind().equals("hazard") ? 60 : 30)
                .put("rtspUrl", camera.stream())
                .put("updateTime", moment(camera.updated()));
    }

    static ObjectNode change(StateChange change) {
        return Json.object()
                .put("eventId", change.id())
                .put("deviceId", change.camera())
                .put("status", change.state())
                .put("eventTime", moment(change.at()));
    }

    static ArrayNode assistance() {
        ArrayNode rows = Json.array();
        for (Map<String, String> row : Resource.table("cameras/assistance.csv")) {
            rows.add(Json.object()
                    .put("supportId", Resource.cell(row, "id"))
                    .put("supportDate", Resource.cell(row, "day"))
                    .put("unitCode", Resource.cell(row, "unit_code"))
                    .put("unitName", Resource.cell(row, "unit_name"))
                    .put("subject", Resource.cell(row, "subject")));
        }
        return rows;
    }

    static ObjectNode answer(int page, int size, List<ObjectNode> rows) {
        ArrayNode list = Json.array();
        rows.stream().skip((page - 1L) * size).limit(size).forEach(list::add);
        ObjectNode data =
                Json.object().put("total", rows.size()).put("pageNo", page).put("pageSize", size);
        data.set("list", list);
        ObjectNode answer = Json.object().put("code", "0").put("msg", "success");
        answer.set("data", data);
        return answer;
    }

    /** {@code GetDeviceInformationResponse} and {@code GetScopesResponse} in one body each. */
    static String deviceInformation(Camera camera) {
        return ENVELOPE.formatted("<tds:GetDeviceInformationResponse><tds:Manufacturer>" + Ascii.of(camera.maker())
                + "</tds:Manufacturer><tds:Model>" + camera.model() + "</tds:Model><tds:FirmwareVersion>"
                + camera.firmware() + "</tds:FirmwareVersion><tds:SerialNumber>" + camera.serial()
                + "</tds:SerialNumber><tds:HardwareId>" + camera.id()
                + "</tds:HardwareId></tds:GetDeviceInformationResponse>");
    }

    /** A notification of the digital input that tells whether a device is there. */
    static String notification(StateChange change) {
        String utc = change.at().atZone(DistrictClock.ZONE).toInstant().toString();
        return ENVELOPE.formatted("<wsnt:Notify><wsnt:NotificationMessage>"
                + "<wsnt:Topic Dialect=\"http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet\">"
                + "tns1:Device/Trigger/DigitalInput</wsnt:Topic><wsnt:Message><tt:Message UtcTime=\"" + utc
                + "\" PropertyOperation=\"Changed\"><tt:Source><tt:SimpleItem Name=\"InputToken\" Value=\""
                + change.camera() + "\"/></tt:Source><tt:Data><tt:SimpleItem Name=\"LogicalState\" Value=\""
                + (change.state() == 1) + "\"/><tt:SimpleItem Name=\"Status\" Value=\"" + change.state()
                + "\"/><tt:SimpleItem Name=\"EventId\" Value=\"" + change.id()
                + "\"/></tt:Data></tt:Message></wsnt:Message></wsnt:NotificationMessage></wsnt:Notify>");
    }

    static String moment(LocalDateTime at) {
        return at.atZone(DistrictClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
