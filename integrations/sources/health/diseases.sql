-- Weekly counts; 1 to 4 cases or deaths in a commune are few enough to point at people and do not leave the database.
select nam, tuan, ma_xa, ma_benh, ten_benh,
       to_date(nam || '-' || lpad(tuan::text, 2, '0') || '-1', 'IYYY-IW-ID') as tuan_tu,
       case when so_ca_mac between 1 and 4 then null else so_ca_mac end as so_ca_mac,
       so_ca_mac between 1 and 4 as it_ca,
       case when so_ca_tu_vong between 1 and 4 then null else so_ca_tu_vong end as so_ca_tu_vong,
       ngay_cap_nhat
from BTN_TUAN
where ngay_cap_nhat >= :since
order by ngay_cap_nhat
