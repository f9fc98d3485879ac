-- SPDX-License-Identifier: Apache-2.0
-- Table 1 as QĐ 130/QĐ-BYT and QĐ 4750/QĐ-BYT name it; the lists that the standard lacks are named in its manner.
-- NGAY_CAP_NHAT is the database's own: when a row was last written.
create table DM_CSKCB (
    MA_CSKCB char(5) primary key,
    TEN_CSKCB text not null,
    LOAI_CSKCB int not null,
    MA_XA char(5) not null,
    DIA_CHI text,
    VI_DO double precision,
    KINH_DO double precision,
    GIUONG_KE_HOACH int not null,
    HIEU_LUC_TU date,
    HIEU_LUC_DEN date,
    NGAY_CAP_NHAT timestamp not null
);

create table DM_GIUONG_NGAY (
    MA_CSKCB char(5) not null references DM_CSKCB,
    NGAY date not null,
    LOAI_GIUONG char(1) not null,
    GIUONG_KE_HOACH int not null,
    GIUONG_KE_THEM int not null,
    GIUONG_DANG_DUNG int not null,
    NGAY_CAP_NHAT timestamp not null,
    primary key (MA_CSKCB, NGAY, LOAI_GIUONG)
);

create table XML1 (
    MA_LK text primary key,
    STT numeric,
    MA_BN text,
    HO_TEN text,
    SO_CCCD text,
    NGAY_SINH text,
    GIOI_TINH text,
    NHOM_MAU text,
    MA_QUOCTICH text,
    MA_DANTOC text,
    MA_NGHE_NGHIEP text,
    DIA_CHI text,
    MATINH_CU_TRU text,
    MAHUYEN_CU_TRU text,
    MAXA_CU_TRU text,
    DIEN_THOAI text,
    MA_THE_BHYT text,
    MA_DKBD text,
    GT_THE_TU text,
    GT_THE_DEN text,
    NGAY_MIEN_CCT text,
    LY_DO_VV text,
    LY_DO_VNT text,
    MA_LY_DO_VNT text,
    CHAN_DOAN_VAO text,
    CHAN_DOAN_RV text,
    MA_BENH_CHINH text,
    MA_BENH_KT text,
    MA_BENH_YHCT text,
    MA_PTTT_QT text,
    MA_DOITUONG_KCB text,
    MA_NOI_DI text,
    MA_NOI_DEN text,
    MA_TAI_NAN text,
    NGAY_VAO text,
    NGAY_VAO_NOI_TRU text,
    NGAY_RA text,
    GIAY_CHUYEN_TUYEN text,
    SO_NGAY_DTRI numeric,
    PP_DIEU_TRI text,
    KET_QUA_DTRI text,
    MA_LOAI_RV text,
    GHI_CHU text,
    NGAY_TTOAN text,
    T_THUOC numeric,
    T_VTYT numeric,
    T_TONGCHI_BV numeric,
    T_TONGCHI_BH numeric,
    T_BNTT numeric,
    T_BNCCT numeric,
    T_BHTT numeric,
    T_NGUONKHAC numeric,
    T_BHTT_GDV numeric,
    NAM_QT numeric,
    THANG_QT numeric,
    MA_LOAI_KCB text,
    MA_KHOA text,
    MA_CSKCB text,
    MA_KHUVUC text,
    CAN_NANG text,
    CAN_NANG_CON text,
    NAM_NAM_LIEN_TUC text,
    NGAY_TAI_KHAM text,
    MA_HSBA text,
    MA_TTDV text,
    DU_PHONG text,
    NGAY_CAP_NHAT timestamp not null
);
create index XML1_NGAY on XML1 (MA_CSKCB, NGAY_VAO);
create index XML1_CAP_NHAT on XML1 (NGAY_CAP_NHAT);

create table BTN_TUAN (
    NAM int not null,
    TUAN int not null,
    MA_XA char(5) not null,
    MA_BENH text not null,
    TEN_BENH text not null,
    SO_CA_MAC int not null,
    SO_CA_TU_VONG int not null,
    NGAY_CAP_NHAT timestamp not null,
    primary key (NAM, TUAN, MA_XA, MA_BENH)
);

create table TIEM_CHUNG (
    ID bigint primary key,
    MA_DOI_TUONG text not null,
    HO_TEN text not null,
    NGAY_SINH date not null,
    MA_DANTOC text,
    MA_XA char(5) not null,
    MA_VAC_XIN text not null,
    MUI int not null,
    NGAY_TIEM date not null,
    MA_CSKCB char(5) not null,
    NGAY_CAP_NHAT timestamp not null
);

create table TIEM_CHUNG_CHI_TIEU (
    NAM int not null,
    MA_XA char(5) not null,
    MA_VAC_XIN text not null,
    SO_DOI_TUONG int not null,
    NGAY_CAP_NHAT timestamp not null,
    primary key (NAM, MA_XA, MA_VAC_XIN)
);
