-- Schools by school year with counts of what belongs to them; of pupils counts only, and those of 1 to 4 do not leave.
with pupils as (
    select ma_nam_hoc, ma_truong, count(*) as so_hs,
           count(*) filter (where gioi_tinh = 2) as nu,
           count(*) filter (where is_ban_tru = 1) as ban_tru,
           count(*) filter (where ma_dantoc <> '01') as dan_toc,
           count(*) filter (where trang_thai = 3) as bo_hoc,
           max(ngay_cap_nhat) as cap_nhat
    from HOC_SINH group by 1, 2
), classes as (
    select ma_nam_hoc, ma_truong, count(*) as so_lop, max(ngay_cap_nhat) as cap_nhat from LOP group by 1, 2
), years as (
    select t.ma_nam_hoc, t.ma, t.ten, t.ma_xa, t.so_diem_truong, t.is_dat_chuan_qg, t.trang_thai,
           coalesce(l.so_lop, 0) as so_lop, coalesce(h.so_hs, 0) as so_hs, h.nu, h.ban_tru, h.dan_toc, h.bo_hoc,
           d.so_giao_vien, d.dinh_muc_giao_vien, d.so_phong_hoc, d.so_phong_kien_co,
           greatest(t.ngay_cap_nhat, h.cap_nhat, l.cap_nhat, d.ngay_cap_nhat) as cap_nhat
    from TRUONG t
    left join classes l on l.ma_nam_hoc = t.ma_nam_hoc and l.ma_truong = t.ma
    left join pupils h on h.ma_nam_hoc = t.ma_nam_hoc and h.ma_truong = t.ma
    left join DOI_NGU d on d.ma_nam_hoc = t.ma_nam_hoc and d.ma_truong = t.ma
)
select ma_nam_hoc, ma, ten, ma_xa, so_diem_truong, is_dat_chuan_qg, trang_thai, so_lop, so_hs,
       case when nu between 1 and 4 then null else nu end as nu,
       case when ban_tru between 1 and 4 then null else ban_tru end as ban_tru,
       case when dan_toc between 1 and 4 then null else dan_toc end as dan_toc,
       case when bo_hoc between 1 and 4 then null else bo_hoc end as bo_hoc,
       so_giao_vien, dinh_muc_giao_vien, so_phong_hoc, so_phong_kien_co,
       make_date(ma_nam_hoc, 9, 5) as khai_giang, cap_nhat
from years
where cap_nhat >= :since
order by ma_nam_hoc, ma
