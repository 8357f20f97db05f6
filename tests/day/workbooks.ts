import { utils, write } from '@e965/xlsx'

type Rows = readonly (readonly (string | number)[])[]

/** A workbook as a township sends it: its title above the header. */
function workbook(title: string, rows: Rows): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([[title], ...rows.map((row) => [...row])]), 'Sheet1')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

const CASES = ['病例编号', '报告日期', '类型', '来源', '发现方式', '现住址', '年龄段'] as const
/** 柳林镇: two cases. Sent again, the way in which the first was found is another. */
export const townCases = (foundIn: string): Record<string, Uint8Array> => ({
  '柳林镇病例台账.xlsx': workbook('柳林镇病例台账', [
    CASES,
    ['LX22-951', '2022-05-27 13:10', '确诊', '本土', foundIn, '339901009003', '30-34'],
    ['LX22-952', '2022-05-27 13:20', '无症状', '本土', '集中隔离', '339901009005', '40-44'],
  ]),
})

const CONTACTS = ['密接编号', '关联病例', '类型', '现住址', '暴露时间', '核酸结果'] as const
/** 青塘镇: three contacts. Sent again, the first was exposed on another day. */
export const townContacts = (exposedAt: string): Record<string, Uint8Array> => ({
  '青塘镇密接台账.xlsx': workbook('青塘镇密接台账', [
    CONTACTS,
    ['QT-01', 'LX22-087', '密接', '339901008001011', exposedAt, '待检'],
    ['QT-02', 'LX22-087', '密接', '339901008001010', '2022-05-26 10:00', '待检'],
    ['QT-03', 'LX22-087', '次密接', '339901008001009', '2022-05-26 11:00', '待检'],
  ]),
})

/** 东门街道: the day of two villages that had said nothing. */
export const townReports = (): Record<string, Uint8Array> => ({
  '沙湾镇日报.xlsx': workbook('5月27日日报', [
    ['村', '日期', '报送时间', '来返人员', '发热人员', '就医需求'],
    ['339901010002', '2022-05-27', '2022-05-27 14:05', 3, 0, 1],
    ['339901011002', '2022-05-27', '2022-05-27 14:06', 0, 0, 0],
  ]),
})
