-- Counts of a facility's day, for days of which a visit or a bed was written since :since. Counts of 1 to 4 deaths or
-- transfers do not leave the database, nor does any column about one patient.
with touched as (
    select ma_cskcb, to_date(left(ngay_vao, 8), 'YYYYMMDD') as ngay from XML1 where ngay_cap_nhat >= :since
    union
    select ma_cskcb, ngay from DM_GIUONG_NGAY where ngay_cap_nhat >= :since
), visits as (
    select t.ma_cskcb, t.ngay, count(v.ma_lk) as luot,
           count(v.ma_lk) filter (where v.ma_loai_kcb in ('03', '04', '06')) as noi_tru,
           count(v.ma_lk) filter (where v.ma_loai_kcb = '09') as cap_cuu,
           count(v.ma_lk) filter (where v.ma_benh_chinh = 'O80') as sinh,
           count(v.ma_lk) filter (where v.ma_loai_rv in ('2', '5')) as chuyen,
           count(v.ma_lk) filter (where v.ket_qua_dtri = '5') as tu_vong,
           max(v.ngay_cap_nhat) as cap_nhat
    from touched t
    left join XML1 v on v.ma_cskcb = t.ma_cskcb
        and v.ngay_vao >= to_char(t.ngay, 'YYYYMMDD') and v.ngay_vao < to_char(t.ngay + 1, 'YYYYMMDD')
    group by 1, 2
), beds as (
    select ma_cskcb, ngay, sum(giuong_ke_hoach) as ke_hoach, sum(giuong_ke_them) as ke_them,
           sum(giuong_dang_dung) as dang_dung, max(ngay_cap_nhat) as cap_nhat
    from DM_GIUONG_NGAY group by 1, 2
)
select v.ma_cskcb, f.ten_cskcb, f.ma_xa, v.ngay, v.luot, v.noi_tru, v.cap_cuu, v.sinh,
       case when v.chuyen between 1 and 4 then null else v.chuyen end as chuyen,
       case when v.tu_vong between 1 and 4 then null else v.tu_vong end as tu_vong,
       b.ke_hoach, b.ke_them, b.dang_dung,
       greatest(v.cap_nhat, b.cap_nhat) as cap_nhat
from visits v
join DM_CSKCB f on f.ma_cskcb = v.ma_cskcb
left join beds b on b.ma_cskcb = v.ma_cskcb and b.ngay = v.ngay
order by v.ngay, v.ma_cskcb
