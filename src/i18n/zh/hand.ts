export default {
  fault: {
    'no-such-place': '没有这个辖区，选名单中的一处',
    'no-items': '至少填一项；没有的写 0',
    'no-such-post': '没有这个卡点',
    'no-role': '选缺哪个岗位',
    'no-ground': '写出地点，从列出的选一处',
    'no-time': '写出报告时间，如 2022-05-27 14:00',
    'no-kind': '选类型',
    'no-way': '选发现方式',
    'id-taken': '这个编号已有病例，用更正',
    personal: '像是姓名、电话或证件号，不入库；换个写法',
    'no-reason': '写出理由',
    'nothing-set': '没有改动',
    'no-such-row': '没有这条记录，或已撤回',
    'already-held': '这个编号已有病例，用更正',
    'not-a-value': '写法无效',
  },
}
