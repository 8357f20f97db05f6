// Types, then unit, property, golden and arrow tests, then the build and the end-to-end tests in a real browser.
// Ends with the counts of all runs.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'cordon-tests-'))
const counts = { passed: 0, failed: 0, skipped: 0 }
const broken = []

function step(name, command, args) {
  console.log(`\n── ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) broken.push(name)
  return status === 0
}

function tests(project) {
  const file = join(folder, `${project}.json`)
  step(`${project} tests`, 'npx', [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  if (!existsSync(file)) return
  const result = JSON.parse(readFileSync(file, 'utf8'))
  counts.passed += result.numPassedTests
  counts.failed += result.numFailedTests
  counts.skipped += result.numPendingTests + (result.numTodoTests ?? 0)
}

const BROWSERS = [
  process.env.CHROME_PATH,
  ...JSON.parse(readFileSync(new URL('./helpers/browsers.json', import.meta.url), 'utf8')),
]

function browser() {
  const found = () => BROWSERS.find((path) => path && existsSync(path))
  if (found()) return true
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('\n── No browser found: installing Debian’s chromium')
    try {
      execFileSync('apt-get', ['update'], { stdio: 'inherit' })
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    } catch {
      console.log('chromium could not be installed.')
    }
  }
  if (found()) return true
  console.log(
    '\nNo Chrome, Chromium or Edge was found. Install one (Debian: apt-get install chromium fonts-noto-cjk)',
  )
  console.log('or name it in CHROME_PATH, then run npm test again. The end-to-end tests did not run.')
  return false
}

step('types', 'npm', ['run', '--silent', 'types'])
tests('unit')
if (step('build', 'npm', ['run', '--silent', 'build'])) {
  if (browser()) tests('browser')
  else broken.push('end-to-end tests')
}

const failed = counts.failed + broken.filter((name) => !name.endsWith(' tests') || counts.failed === 0).length
if (broken.length) console.log(`\nNot well: ${broken.join(', ')}`)
console.log(
  `\n${counts.passed} passed, ${failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
)
process.exitCode = failed || broken.length ? 1 : 0
