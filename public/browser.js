/* Before the page's own scripts, and written so that old browsers read it: what this browser lacks, in a sentence. */
;(function () {
  var root = document.documentElement

  function takesModuleWorkers() {
    var isAsked = false
    var options = {}
    try {
      Object.defineProperty(options, 'type', {
        get: function () {
          isAsked = true
          return 'module'
        },
      })
      new Worker('./browser-worker.js', options).terminate()
    } catch (refused) {
      return false
    }
    return isAsked
  }

  function supports(property, value) {
    return !!(window.CSS && CSS.supports && (value ? CSS.supports(property, value) : CSS.supports(property)))
  }

  function lacking() {
    var lacks = []
    if (!('noModule' in document.createElement('script'))) lacks.push('ES modules')
    if (typeof structuredClone !== 'function') lacks.push('structuredClone')
    if (!Array.prototype.toSorted || !Array.prototype.findLast) lacks.push('Array.toSorted')
    if (!Object.hasOwn) lacks.push('Object.hasOwn')
    if (typeof OffscreenCanvas !== 'function') lacks.push('OffscreenCanvas')
    if (typeof BroadcastChannel !== 'function') lacks.push('BroadcastChannel')
    if (!supports('selector(:has(a))')) lacks.push('CSS :has()')
    if (!supports('color', 'color-mix(in srgb, red, blue)')) lacks.push('CSS color-mix()')
    if (typeof Worker !== 'function' || !takesModuleWorkers()) lacks.push('module workers')
    return lacks
  }

  function paragraph(text, language) {
    var said = document.createElement('p')
    said.lang = language
    said.style.margin = '0 0 12px'
    said.appendChild(document.createTextNode(text))
    return said
  }

  /** In place of the page: what is the matter, in both languages, and a way on. */
  function say(why, zh, en, detail) {
    if (root.getAttribute('data-stopped')) return
    root.setAttribute('data-stopped', why)
    function put() {
      var box = document.createElement('div')
      box.id = 'stopped'
      box.setAttribute('role', 'alert')
      box.style.cssText = 'max-width:640px;margin:80px auto;padding:0 24px;font:18px/1.6 sans-serif'
      box.appendChild(paragraph(zh, 'zh'))
      box.appendChild(paragraph(en, 'en'))
      var again = document.createElement('button')
      again.type = 'button'
      again.style.cssText = 'font:inherit;padding:4px 16px;border:1px solid;border-radius:5px'
      again.appendChild(document.createTextNode('重新载入 · Reload'))
      again.onclick = function () {
        location.reload()
      }
      box.appendChild(again)
      if (detail) {
        var small = paragraph(detail, 'en')
        small.style.cssText = 'margin:16px 0 0;font-size:13px'
        box.appendChild(small)
      }
      document.body.insertBefore(box, document.body.firstChild)
    }
    if (document.body) put()
    else document.addEventListener('DOMContentLoaded', put)
  }

  var lacks = lacking()
  if (lacks.length)
    say(
      'browser',
      '这个浏览器版本太旧，防控一张图不能运行。请用 Chrome 或 Edge 117、Firefox 121、Safari 17 或更新的版本打开；已保存的数据不受影响。',
      'This browser is too old for Cordon. Open the page in Chrome or Edge 117, Firefox 121, Safari 17 or newer; data that is saved here is not affected.',
      lacks.join(' · '),
    )
  window.addEventListener(
    'error',
    function (event) {
      var from = event.target
      var app = document.getElementById('app')
      if (!from || from.tagName !== 'SCRIPT' || (app && app.firstChild)) return
      say(
        'file',
        '页面缺少一个文件（可能刚更新过，或服务器没有给出），没有打开。请重新载入；数据在这个浏览器里，没有改动。',
        'A file of the page did not come (it was updated just now, or the server did not give it), so it did not open. Reload it; the data is in this browser, and unchanged.',
        from.src,
      )
    },
    true,
  )
})()
