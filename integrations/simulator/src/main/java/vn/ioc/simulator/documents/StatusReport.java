// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Person;

/**
 * A status package: a receiver tells how far a document has come.
 *
 * @param code 01 arrived, 03 received, 05 in processing, 06 completed
 */
record StatusReport(
        String documentId, Organization from, String code, String description, LocalDateTime at, Person staff) {

    byte[] write() {
        Xml xml = new Xml("edXML:").open("Status", "xmlns:edXML=\"" + Xml.NAMESPACE + "\"");
        MessageHeader.responseFor(documentId, xml);
        xml.open("From")
                .leaf("OrganId", from.code())
                .leaf("OrganName", from.name())
                .close("From");
        xml.leaf("StatusCode", code).leaf("Description", description);
        xml.leaf("Timestamp", TraceHeaders.MOMENT.format(at));
        xml.open("StaffInfo")
                .leaf("Department", "Văn phòng")
                .leaf("Staff", staff.name())
                .close("StaffInfo");
        return xml.close("Status").toString().getBytes(StandardCharsets.UTF_8);
    }
}
