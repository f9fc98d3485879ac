// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ioc.integrations.change.GeoPoint;

/** Which areas' polygons hold a point; points on a border lie in both. */
final class AreaPolygons {
    private static final Logger LOG = LoggerFactory.getLogger(AreaPolygons.class);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final STRtree tree = new STRtree();

    AreaPolygons(Collection<Area> areas) {
        for (Area area : areas) {
            String json = area.geometry();
            if (json != null) {
                insert(area, json);
            }
        }
        tree.build();
    }

    /** One area without a readable polygon is found by no point; the other areas are. */
    private void insert(Area area, String json) {
        try {
            Geometry geometry = GeoJsonPolygon.read(area.uid(), json);
            tree.insert(geometry.getEnvelopeInternal(), new Shape(area, PreparedGeometryFactory.prepare(geometry)));
        } catch (TerritoryException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private record Shape(Area area, PreparedGeometry geometry) {}

    /** Areas that hold the point, by uid. */
    List<Area> holding(GeoPoint point) {
        Coordinate at = new Coordinate(point.longitude(), point.latitude());
        List<Area> found = new ArrayList<>();
        for (Object candidate : tree.query(new Envelope(at))) {
            if (candidate instanceof Shape shape && shape.geometry().covers(FACTORY.createPoint(at))) {
                found.add(shape.area());
            }
        }
        found.sort(Comparator.comparing(Area::uid));
        return found;
    }
}
