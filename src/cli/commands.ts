import type { Arguments, OptionName } from './arguments'
import { assessPack } from './assess'
import { check } from './check'
import { clustersOfPack } from './clusters'
import type { Answer, Context } from './context'
import { convert } from './convert'
import { coverageOfPack } from './coverage'
import { writeDemo } from './demo'
import { backup } from './exchange/backup'
import { exchange } from './exchange/exchange'
import { exportPack } from './export'
import { hub } from './hub/hub'
import { ticket } from './hub/ticket'
import type { InBoth } from './language'
import { lookupLines } from './lookup'
import { say } from './say'
import { verifyLog } from './verify'

export interface Command {
  readonly usage: string
  readonly says: InBoth
  readonly options: readonly OptionName[]
  /** does it know `--json`? */
  readonly json: boolean
  /** how many paths it takes; one where nothing is said */
  readonly paths?: number
  readonly run: (args: Arguments, context: Context) => Promise<Answer>
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    usage: 'PACK [--answer N=ANSWER,…] [--recipe FILE] [--against HELD] [--json]',
    says: {
      zh: '逐行检查资料包；要问的用 --answer 回答（proposed 取默认）；--recipe 照导出的做法读同样表头的表；--against 对照已入库的资料或导出的日志，逐行写出新增、更改、不再出现',
      en: 'read a pack row by row and say what is refused and why; --answer 1=2022,2=sealed@2022-07-09T17:00 answers what it asks, --answer proposed takes what it proposes; --recipe does with tables what an exported recipe decided of their headers; --against compares with what is held, files or an exported log: new, changed, gone, row by row',
    },
    options: ['answer', 'recipe', 'against'],
    json: true,
    run: check,
  },
  assess: {
    usage: 'PACK --as-of T [--known T] [--policy ID] [--json]',
    says: {
      zh: '各分区能否调整、还缺什么、最早何时',
      en: 'may each zone move, what is missing, when at the earliest',
    },
    options: ['as-of', 'known', 'policy'],
    json: true,
    run: assessPack,
  },
  coverage: {
    usage: 'PACK --as-of T [--known T] [--json]',
    says: {
      zh: '边界、卡点、筛查、日报、隔离是否到位',
      en: 'do the lines hold: crossings, posts, testing, reports, rooms',
    },
    options: ['as-of', 'known'],
    json: true,
    run: coverageOfPack,
  },
  clusters: {
    usage: 'PACK --as-of T [--known T] [--radius M] [--window DAYS] [--min CASES] [--json]',
    says: { zh: '时空聚集（计算）', en: 'cases linked in space and time' },
    options: ['as-of', 'known', 'radius', 'window', 'min'],
    json: true,
    run: clustersOfPack,
  },
  lookup: {
    usage: 'PACK --as-of T [--known T] [--frame wgs84|gcj02|bd09] [--json] < LINES',
    says: {
      zh: '逐行核查名称、地址、编码或坐标所在分区（标准输入，一行一条）',
      en: 'in which zone each line of stdin lies: a name, an address, a code or two coordinates',
    },
    options: ['as-of', 'known', 'frame'],
    json: true,
    run: lookupLines,
  },
  convert: {
    usage: 'FILE… --to DIR [--frame F] [--answer N=ANSWER,…] [--json]',
    says: {
      zh: '读入任意文件，写出导入后的资料包和日志（文件夹须为空）；--frame 指明文件自己没有写的坐标系（wgs84、gcj02、bd09、EPSG:4526 等）',
      en: 'read any files and write the pack and the log that an import would, into an empty folder; --frame says the frame of files that state none themselves (wgs84, gcj02, bd09, EPSG:4526 …)',
    },
    options: ['to', 'frame', 'answer'],
    json: true,
    paths: Number.POSITIVE_INFINITY,
    run: convert,
  },
  export: {
    usage:
      'PACK --to DIR [--format csv|xlsx|geojson|pack|log] [--locale zh|en] [--lists cases,…] [--as-of T] [--known T] [--json]',
    says: {
      zh: '写出资料包里的台账（文件夹须为空）：表头和用语为中文或英文，改过再导入时逐格对照；xlsx 一类一张表，geojson 中分区带成员的范围；pack、log 为整包和日志',
      en: 'write the lists of a pack into an empty folder, headers and words in Chinese or English, so that an edited one is compared cell by cell when it comes back; xlsx has a sheet a list, in geojson a zone has the ground of its members; pack and log are whole',
    },
    options: ['to', 'format', 'locale', 'lists', 'as-of', 'known'],
    json: true,
    run: exportPack,
  },
  demo: {
    usage: 'DIR',
    says: { zh: '写出虚构的演示辖区', en: 'write the pack of the fictional demo district' },
    options: [],
    json: false,
    run: writeDemo,
  },
  say: {
    usage: 'LOG.ndjson DEED.json --by NAME [--unit UNIT] [--json]',
    says: {
      zh: '在导出的日志末尾记录一项：辖区调整（并入、拆分、更名、替换），或手工记录、更正、撤回一行',
      en: 'write one act at the end of an exported log: a change of places (merged, split, renamed, replaced), or a row entered, corrected or withdrawn by hand',
    },
    options: ['by', 'unit'],
    json: true,
    paths: 2,
    run: say,
  },
  exchange: {
    usage:
      'LOG.ndjson [--with DIR|FILE] [--to FILE] [--hub nats://HOST:PORT/NAME [--ticket FILE]] [--preview] [--json]',
    says: {
      zh: '与其他电脑交换：从交换文件夹或交换文件收下日志里没有的，核对后写入；向文件夹交出它缺的，或用 --to 做一个交换文件（有 --with 文件时只装对方缺的）；--hub 经交换中枢，收和交都在其中；日志还没有时由此开始；--preview 只看不写',
      en: 'exchange with other machines: take into the log what a folder or an exchange file has and it does not, as far as it verifies; give the folder what it lacks, or make an exchange file with --to (only what the other lacks where --with names its file); --hub does both over a hub; a log that is not there yet begins with it; --preview writes nothing',
    },
    options: ['with', 'to', 'hub', 'ticket', 'preview'],
    json: true,
    run: exchange,
  },
  backup: {
    usage: 'LOG.ndjson --to DIR [--keep N] [--json]',
    says: {
      zh: '把整本日志和数据段备份成文件夹里一个带日期的文件：写完读回核对（哈希链、日志首、算出的结果），能打开才有名字；保留最近 N 份（默认 14）',
      en: 'back up the whole log with its segments as one dated file in a folder: read back and proven (hash chain, head, state) before it has its name; the last N stay (14)',
    },
    options: ['to', 'keep'],
    json: true,
    run: backup,
  },
  hub: {
    usage: '--data DIR [--host ADDRESS] [--port N] [--tls CERT KEY] [--page DIST]',
    says: {
      zh: '在本机开一个交换中枢：启动已安装的 nats-server，数据存入 --data 的文件夹，并提供页面；页面端口 N（默认 4180），交换用 N+1，命令行用 N+2；局域网内使用加 --host 0.0.0.0；Ctrl+C 停止',
      en: 'open a hub on this machine: starts the installed nats-server with its data in --data and serves the page; the page at port N (4180), the exchange at N+1 and the command line at N+2; for the local network --host 0.0.0.0; Ctrl+C stops',
    },
    options: ['data', 'host', 'port', 'tls', 'page'],
    json: false,
    paths: 0,
    run: hub,
  },
  ticket: {
    usage:
      'FILE --data DIR --hub ws://HOST:4181 --device ID [--unit UNIT] [--role reader|clerk|lead|relay] [--until T] [--workspace NAME] [--json]',
    says: {
      zh: '为一台电脑做一张进中枢的票：单位、职责、到何时；做过票的中枢从下次启动起凭票进入',
      en: 'make a ticket by which one computer is let in at the hub: unit, role, until when; a hub for which one was made asks for tickets from its next start',
    },
    options: ['data', 'hub', 'device', 'unit', 'role', 'until', 'workspace'],
    json: true,
    run: ticket,
  },
  verify: {
    usage: 'LOG.ndjson [--json]',
    says: { zh: '核对日志的哈希链', en: 'check the hash chain of an exported log' },
    options: [],
    json: true,
    run: verifyLog,
  },
}
