-- Children of a commune and year with a first dose, against how many were to be vaccinated; years touched since :since.
with doses as (
    select extract(year from ngay_tiem)::int as nam, ma_xa, ma_vac_xin, count(distinct ma_doi_tuong) as da_tiem,
           max(ngay_cap_nhat) as cap_nhat
    from TIEM_CHUNG where mui = 1 group by 1, 2, 3
), years as (
    select g.nam, g.ma_xa, g.ma_vac_xin, g.so_doi_tuong, coalesce(d.da_tiem, 0) as da_tiem,
           greatest(g.ngay_cap_nhat, d.cap_nhat) as cap_nhat
    from TIEM_CHUNG_CHI_TIEU g
    left join doses d on d.nam = g.nam and d.ma_xa = g.ma_xa and d.ma_vac_xin = g.ma_vac_xin
)
select nam, ma_xa, ma_vac_xin, so_doi_tuong,
       case when da_tiem between 1 and 4 then null else da_tiem end as da_tiem,
       case when da_tiem between 1 and 4 or so_doi_tuong = 0 then null
            else round(100.0 * da_tiem / so_doi_tuong, 1) end as ty_le,
       make_date(nam, 1, 1) as nam_tu, cap_nhat
from years
where cap_nhat >= :since
order by nam, ma_xa, ma_vac_xin
