import { CACHING, HASHED, HEADERS, TYPES } from '../cli/headers.mjs'

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** A site for nginx that answers as our own server does. */
export function nginxRecipe({ root = '/srv/cordon/dist', listen = '80' } = {}): string {
  const types = Object.entries(TYPES).map(([end, type]) => `        ${quoted(type)} ${end.slice(1)};`)
  const headers = Object.entries(HEADERS).map(
    ([name, value]) => `    add_header ${name} ${quoted(value)} always;`,
  )
  const squeezed = Object.entries(TYPES)
    .filter(([end]) => ['.js', '.css', '.svg', '.csv', '.json', '.geojson'].includes(end))
    .map(([, type]) => quoted(type))
  return `# Cordon 防控一张图
# 放到 /etc/nginx/conf.d/cordon.conf，把 root 改为 dist 所在位置，然后：nginx -t && systemctl reload nginx
# Put it at /etc/nginx/conf.d/cordon.conf, set root to where dist lies, then: nginx -t && systemctl reload nginx
# 离线使用等功能要求 https：改为 listen 443 ssl，并写 ssl_certificate、ssl_certificate_key
# Offline use and more ask for https: listen 443 ssl, with ssl_certificate and ssl_certificate_key

map $uri $cordon_kept {
    default ${quoted(CACHING.named)};
    ${quoted(`~${HASHED.source.replaceAll('\\/', '/')}`)} ${quoted(CACHING.hashed)};
}
map $status $cordon_caching {
    default ${quoted(CACHING.fault)};
    ~^(200|206|304)$ $cordon_kept;
}

server {
    listen ${listen};
    server_name _;
    root ${root};
    index index.html;
    server_tokens off;
    disable_symlinks on from=$document_root;
    absolute_redirect off;
    max_ranges 1;

    types {
${types.join('\n')}
    }
    default_type application/octet-stream;
    charset off;

${headers.join('\n')}
    add_header Cache-Control $cordon_caching always;

    gzip on;
    gzip_vary on;
    gzip_types ${squeezed.join(' ')};

    location / {
        try_files $uri $uri/index.html =404;
    }
}
`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** web.config for IIS, to lie in `dist`. */
export function iisRecipe(): string {
  const headers = Object.entries(HEADERS).map(
    ([name, value]) => `        <add name="${name}" value="${escaped(value)}" />`,
  )
  const types = Object.entries(TYPES).map(
    ([end, type]) =>
      `      <remove fileExtension="${end}" />\n      <mimeMap fileExtension="${end}" mimeType="${type}" />`,
  )
  const [age, ...rest] = CACHING.hashed.split(', ')
  const days = Number(age!.replace('max-age=', '')) / 86_400
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Cordon 防控一张图：放在 dist 文件夹里，网站的物理路径指向 dist · lies in dist, the site's physical path -->
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <clear />
${headers.join('\n')}
      </customHeaders>
    </httpProtocol>
    <staticContent>
${types.join('\n')}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
    <security>
      <requestFiltering removeServerHeader="true">
        <verbs allowUnlisted="false">
          <add verb="GET" allowed="true" />
          <add verb="HEAD" allowed="true" />
        </verbs>
        <hiddenSegments>
          <add segment="web.config" />
        </hiddenSegments>
      </requestFiltering>
    </security>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${days}.00:00:00" cacheControlCustom="${rest.join(', ')}" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`
}
