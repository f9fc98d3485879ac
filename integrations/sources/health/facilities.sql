select ma_cskcb, ten_cskcb, loai_cskcb, ma_xa, dia_chi, vi_do, kinh_do, giuong_ke_hoach, hieu_luc_tu, hieu_luc_den, ngay_cap_nhat
from DM_CSKCB
order by ma_cskcb
