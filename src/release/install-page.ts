export interface Release {
  readonly version: string
  /** of the executable in it; null where there is none */
  readonly platform: string | null
  readonly executable: string
}

const STYLE = `body{font:16px/1.6 "Source Sans 3","Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#16202a;background:#fff}
h1{font-size:1.6em}h2{font-size:1.15em;margin-top:1.6em}section+section{border-top:2px solid #c9d2da;margin-top:3em}
pre{background:#f1f4f6;padding:.6em .9em;overflow:auto}code{font:14px/1.5 ui-monospace,Consolas,monospace}td,th{padding:.2em 1em .2em 0;text-align:left;vertical-align:top}
@media(prefers-color-scheme:dark){body{color:#e3e9ee;background:#10161c}pre{background:#1b242c}a{color:#8ec2ee}}`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const commands = (...lines: string[]): string => `<pre><code>${lines.map(escaped).join('\n')}</code></pre>`

/** The one page for the person who installs it, in both languages. */
export function installPage(release: Release): string {
  return `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Cordon 防控一张图 ${release.version}</title>
<style>${STYLE}</style>
<p><a href="#zh">中文</a> · <a href="#en">English</a></p>
${chinese(release)}
${english(release)}
</html>
`
}

function runOf({ platform, executable }: Release): string {
  const program = platform?.startsWith('win') ? executable : `./${executable}`
  return platform === null ? commands('node serve.mjs') : commands(program)
}

function chinese(release: Release): string {
  const { version, platform } = release
  return `<section id="zh">
<h1>安装 Cordon 防控一张图 ${version}</h1>
<p>不需要互联网，不需要管理员权限，不需要安装任何程序。解压后的文件夹可以放在任何位置，包括 U 盘。</p>
<h2>1. 核对文件</h2>
<p>在解压后的文件夹里（Windows 可用 <code>certutil -hashfile 文件 SHA256</code> 逐个核对）：</p>
${commands('sha256sum -c SHA256SUMS')}
<h2>2. 启动</h2>
${platform === null ? '<p>本压缩包没有可直接运行的程序，用任一 Node（18 以上）启动：</p>' : `<p>${platform}：</p>`}
${runOf(release)}
${platform === null ? '' : `<p>其他平台，用任一 Node（18 以上）启动，不需要 node_modules：</p>${commands('node serve.mjs')}`}
<p>窗口里印出地址（通常是 http://127.0.0.1:4173/），用浏览器打开。窗口关闭即停止；数据在浏览器里，不受影响。首次打开后，页面在服务停止时也能打开。</p>
<table>
<tr><td><code>--port 8080</code><td>端口
<tr><td><code>--host 0.0.0.0</code><td>供局域网内其他机器访问
<tr><td><code>--tls cert.pem key.pem</code><td>以 https 提供
</table>
<h2>3. 供多台机器使用</h2>
<p>用 <code>--tls</code>，或用 <code>recipes/</code> 里的 nginx 配置、IIS 的 <code>web.config</code>（响应头与本程序完全一致，它们使页面不能连到别的主机，请勿删改）。以 http 加地址打开时，浏览器不允许离线使用、标签页之间的锁和选择文件夹；同一时间只有一个标签页可以写入，页面会说明。</p>
<p>每台机器的数据在它自己的浏览器里，地址（协议、主机、端口）改变后浏览器视为另一个网站：先导出，再在新地址导入。</p>
<h2>4. 更新</h2>
<p>停止旧程序，用新版本的文件夹整个替换，以同一地址启动。页面发现新版本后提示“新版本已就绪”，由使用者决定何时更新；数据保留。</p>
<h2>5. 浏览器</h2>
<p>Chrome、Edge 及同内核浏览器 117 以上，Firefox 121 以上，Safari 17 以上；Windows 7 上的浏览器（Chrome 109）不够。不够的浏览器会用一句话说明，不会只显示空白。</p>
${platform?.startsWith('linux') ? '<p>Linux 程序要求 glibc 2.28 以上与 libstdc++（桌面发行版都有）。</p>' : ''}
<h2>文件夹里有什么</h2>
<p><code>dist/</code> 页面；<code>serve.mjs</code>${platform === null ? '' : ` 与 <code>${release.executable}</code>`} 服务程序；<code>recipes/</code> nginx、IIS 配置；<code>licences/</code>、<code>LICENSE</code> 许可证；<code>SHA256SUMS</code> 校验和；<code>VERSION</code> 版本。</p>
</section>`
}

function english(release: Release): string {
  const { version, platform } = release
  return `<section id="en" lang="en">
<h1>Installing Cordon 防控一张图 ${version}</h1>
<p>No internet, no administrator's rights, nothing to install. The unpacked folder may lie anywhere, on a USB stick too.</p>
<h2>1. Check the files</h2>
<p>In the unpacked folder (on Windows one by one: <code>certutil -hashfile FILE SHA256</code>):</p>
${commands('sha256sum -c SHA256SUMS')}
<h2>2. Start it</h2>
${platform === null ? '<p>This archive holds no executable. With any Node (18 or later):</p>' : `<p>${platform}:</p>`}
${runOf(release)}
${platform === null ? '' : `<p>Other platforms, with any Node (18 or later), without node_modules:</p>${commands('node serve.mjs')}`}
<p>It prints its address (mostly http://127.0.0.1:4173/): open it in a browser. Closing the window stops it; the data is in the browser and stays. After the first visit the page opens while the server is stopped, too.</p>
<table>
<tr><td><code>--port 8080</code><td>the port
<tr><td><code>--host 0.0.0.0</code><td>for other machines of the local network
<tr><td><code>--tls cert.pem key.pem</code><td>serve by https
</table>
<h2>3. For several machines</h2>
<p>Use <code>--tls</code>, or the site for nginx or the <code>web.config</code> for IIS in <code>recipes/</code>. Their headers are exactly those of this server; they keep the page from reaching any other host: leave them as they are. By plain http and address a browser allows no offline use, no locks between tabs and no folders; one tab writes at a time, and the page says so.</p>
<p>The data of a machine is in its own browser. Under another address (scheme, host, port) a browser sees another site: export first, then import there.</p>
<h2>4. Update</h2>
<p>Stop the old one, put the whole new folder in its place, and start it at the same address. The page says that a new release is ready, and a person decides when; the data stays.</p>
<h2>5. Browsers</h2>
<p>Chrome, Edge and browsers of their kind from 117 on, Firefox from 121, Safari from 17. Those of Windows 7 (Chrome 109) are not enough. Older ones show a sentence that says so.</p>
${platform?.startsWith('linux') ? '<p>The Linux executable needs glibc 2.28 or later and libstdc++, which every desktop has.</p>' : ''}
<h2>What is in the folder</h2>
<p><code>dist/</code> the page; <code>serve.mjs</code>${platform === null ? '' : ` and <code>${release.executable}</code>`} the server; <code>recipes/</code> for nginx and IIS; <code>licences/</code>, <code>LICENSE</code>; <code>SHA256SUMS</code>; <code>VERSION</code>.</p>
</section>`
}
