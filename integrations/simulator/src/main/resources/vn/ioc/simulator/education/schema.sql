-- SPDX-License-Identifier: Apache-2.0
-- School rows as systems name them that are synchronised with the ministry: one version for each school year.
-- NGAY_CAP_NHAT is the database's own: when a row was last written.
create table TRUONG (
    MA_NAM_HOC int not null,
    MA text not null,
    MA_SO_GD text,
    MA_PHONG_GD text,
    TEN text not null,
    MA_NHOM_CAP_HOC text,
    DS_CAP_HOC text,
    MA_TINH text,
    MA_HUYEN text,
    MA_XA text,
    DIA_CHI text,
    MA_LOAI_HINH_TRUONG text,
    MA_LOAI_TRUONG text,
    MA_KHU_VUC text,
    SO_DIEM_TRUONG int,
    HIEU_TRUONG text,
    IS_DAT_CHUAN_QG int,
    IS_CAP_MN int,
    IS_CAP_TH int,
    IS_CAP_THCS int,
    IS_CAP_THPT int,
    IS_CAP_GDTX int,
    IS_HOC_SINH_BAN_TRU int,
    IS_HOC_SINH_NOI_TRU int,
    IS_HOC_SINH_KHUYET_TAT int,
    IS_VUNG_DAC_BIET_KHO_KHAN int,
    IS_2_BUOI_NGAY int,
    IS_DIEN_LUOI int,
    IS_NGUON_NUOC_SACH int,
    IS_CO_KE_HOACH_PHONG_CHONG_THIEN_TAI int,
    TRANG_THAI int not null,
    ID_TRUONG_GHEP_VAO text,
    API_MA_BO text,
    VI_DO double precision,
    KINH_DO double precision,
    NGAY_CAP_NHAT timestamp not null,
    primary key (MA_NAM_HOC, MA)
);

create table LOP (
    MA_NAM_HOC int not null,
    MA_TRUONG text not null,
    MA text not null,
    TEN text not null,
    KHOI int not null,
    IS_LOP_GHEP int not null,
    NGAY_CAP_NHAT timestamp not null,
    primary key (MA_NAM_HOC, MA_TRUONG, MA)
);

create table HOC_SINH (
    MA_NAM_HOC int not null,
    MA_TRUONG text not null,
    ID_HOC_SINH bigint not null,
    MA_HS_BGD text not null,
    MA_LOP text not null,
    KHOI int not null,
    HO_TEN text not null,
    NGAY_SINH date not null,
    GIOI_TINH int not null,
    MA_DANTOC text not null,
    IS_BAN_TRU int not null,
    TRANG_THAI int not null,
    NGAY_CAP_NHAT timestamp not null,
    primary key (MA_NAM_HOC, ID_HOC_SINH)
);
create index HOC_SINH_TRUONG on HOC_SINH (MA_NAM_HOC, MA_TRUONG);

create table DOI_NGU (
    MA_NAM_HOC int not null,
    MA_TRUONG text not null,
    SO_GIAO_VIEN int not null,
    DINH_MUC_GIAO_VIEN int not null,
    SO_PHONG_HOC int not null,
    SO_PHONG_KIEN_CO int not null,
    NGAY_CAP_NHAT timestamp not null,
    primary key (MA_NAM_HOC, MA_TRUONG)
);
