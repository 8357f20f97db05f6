export default {
  safe: '可以恢复',
  lost: '会丢失',
  untouched: '未受影响',
  copy: '复制',
  copied: '已复制',
  fault: {
    title: '这一屏没有画完',
    lead: '程序在显示时出错。已写入的记录都在本机，没有改动。',
    safe: '全部变更记录与已导入的数据',
    untouched: '源数据文件与已导出的图报',
  },
  file: {
    title: '这一屏缺少一个文件',
    lead: '可能刚更新过，或服务器没有给出。请重新载入；已写入的记录都在本机，没有改动。',
  },
  reload: '重新载入',
  home: '回到首页',
  missing: {
    title: '本机没有这个工程',
    lead: '链接里的工程不在这台机器的浏览器里，可能已删除，或是在另一台机器上建立的。请在那台机器上导出，再导入到这里。',
  },
  trouble: {
    'disk-full': { title: '磁盘已满，没有写入', text: '腾出空间后再试。已写入的记录不受影响。' },
    'not-kept': {
      title: '此窗口不保留数据',
      text: '隐私窗口或浏览器设置不允许保存，关闭后数据不在。请及时导出。',
    },
    'read-only': { title: '演示数据只读', text: '复制为自己的工程后再修改。' },
    'worker-gone': {
      title: '核算程序没有启动',
      text: '它的文件没有取到，或被浏览器、扩展程序拦下。请重新载入；仍不行时请检查服务器上的文件与拦截设置。已写入的记录都在本机，没有改动。',
    },
    'second-tab': {
      title: '没有写入：另一个标签页正在写入',
      text: '本页只读。关闭那一页，或在上方按“改在此页写入”，然后再试。',
    },
    'no-such-workspace': { title: '本机没有这个工程', text: '可能已删除，或建立在另一台机器上。' },
    gone: {
      title: '没有写入：工程已不在这台机器上',
      text: '“{title}”在另一个标签页被删除，或网站数据被清除。请下载本页持有的记录。',
    },
    'newer-release': {
      title: '由更新版本的程序写成，没有打开',
      text: '本版本读不全，为免损坏，没有读也没有写，数据原样保留。请用更新的版本打开；若刚刚更新过，请重新载入本页。',
    },
    'storage-failed': { title: '浏览器没有写入成功', text: '没有写入任何内容。请重试，或先导出。' },
    unwritable: {
      title: '有无法保存的文字或数字，没有写入',
      text: '文字里有半个字符，或数字过大（多见于粘贴）。请改写后再试；已写入的记录不受影响。',
    },
    'kernel-failed': { title: '核算没有完成', text: '屏幕上是上一次的结果。{message}' },
    'broken-log': { title: '变更记录不完整', text: '有记录被改动或缺失，读到断处为止。{message}' },
    'forked-log': {
      title: '两条记录接在同一条之后',
      text: '没有采用。{one} 与 {other} 都写在同一设备的同一条记录之后。可另立工程打开，再把缺的内容人工补录。',
    },
    'other-content': {
      title: '两条记录编号相同、内容不同',
      text: '没有采用。{one} 与 {other} 编号相同而内容不同，请用 cordon verify 核对两份记录。',
    },
    'clock-questioned': {
      title: '请核对本机时钟',
      text: '没有采用：{of} 条记录中有 {ahead} 条比本机时钟（{clock}）晚一天以上。请校准本机日期和时间后重试。',
    },
    'file-gone': {
      title: '文件读不出来了',
      text: '没有采用。{file} 可能已移走、改名或另存，请重新选择。',
    },
    'exercise-into-live': {
      title: '演练数据不进入实际工程',
      text: '没有采用。请为演练数据另立工程。',
    },
    'live-into-exercise': {
      title: '实际数据不进入演练工程',
      text: '没有采用。当前工程是演练，请另立工程。',
    },
    'demo-missing': {
      title: '演示辖区没有随程序一起放置',
      text: '找不到 demo/lanxi.zip。请重新部署，或导入自己的数据。',
    },
    'log-unreadable': { title: '变更记录读不出来', text: '{message}' },
    AbortError: { title: '已取消', text: '' },
  },
}
