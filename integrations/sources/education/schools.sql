-- Each school as its newest school year has it.
select distinct on (ma) ma, api_ma_bo, ten, ds_cap_hoc, ma_xa, dia_chi, vi_do, kinh_do, trang_thai, ma_nam_hoc,
       ngay_cap_nhat
from TRUONG
order by ma, ma_nam_hoc desc
