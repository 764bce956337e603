import { expect, test } from 'vitest'
import { BadConfiguration, readConfig } from '../../server/config.ts'

test('without flags and variables the defaults hold', () => {
  expect(readConfig([], {})).toEqual({
    port: 8787,
    host: null,
    dataFolder: './data',
    publicUrl: null,
    secretKey: null,
    logLevel: 'warn',
    trustProxy: 0,
    metricsPort: null,
    metricsToken: null,
    localWebhooks: false,
    sample: true,
    help: false,
  })
})

test('variables set what they name, flags come before them', () => {
  const environment = {
    PORT: '9000',
    HOST: '127.0.0.1',
    DATA_DIR: '/srv/folkmoot',
    PUBLIC_URL: 'https://talk.example.org/',
    LOG_LEVEL: 'info',
  }
  expect(readConfig([], environment)).toMatchObject({
    port: 9000,
    host: '127.0.0.1',
    dataFolder: '/srv/folkmoot',
    publicUrl: 'https://talk.example.org',
    logLevel: 'info',
  })
  const flags = ['--port=9001', '--data-dir', 'elsewhere', '--no-sample', '--log-level', 'debug']
  expect(readConfig(flags, environment)).toMatchObject({
    port: 9001,
    dataFolder: 'elsewhere',
    sample: false,
    logLevel: 'debug',
    host: '127.0.0.1',
  })
})

test('an empty variable counts as not set', () => {
  expect(readConfig([], { PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 8787, publicUrl: null })
})

test.each([
  [[], { PORT: 'eighty' }, 'PORT is "eighty", but must be a number from 0 to 65535.'],
  [[], { PORT: '65536' }, 'PORT is "65536", but must be a number from 0 to 65535.'],
  [[], { PORT: '80.5' }, 'PORT is "80.5", but must be a number from 0 to 65535.'],
  [['--port', '-1'], {}, '--port needs a value. See --help.'],
  [['--port=-1'], {}, '--port is "-1", but must be a number from 0 to 65535.'],
  [['--port'], {}, '--port needs a value. See --help.'],
  [[], { LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud", but must be one of silent, error, warn, info, debug.'],
  [
    ['--public-url', 'talk.example.org'],
    {},
    '--public-url is "talk.example.org", but must be an address that begins with http:// or https://.',
  ],
  [
    [],
    { PUBLIC_URL: 'ftp://example.org' },
    'PUBLIC_URL is "ftp://example.org", but must be an address that begins with http:// or https://.',
  ],
  [['--verbose'], {}, 'There is no option --verbose. See --help.'],
  [['-p', '80'], {}, 'There is no option -p. See --help.'],
  [['8080'], {}, 'There is no option "8080". See --help.'],
  [['--no-sample=yes'], {}, '--no-sample takes no value, but got "yes".'],
])('%j with %j stops the start with one line', (flags, environment, line) => {
  const start = () => readConfig(flags, environment)
  expect(start).toThrow(BadConfiguration)
  expect(start).toThrow(line)
})

test('how to be watched and what to trust can be set', () => {
  const environment = {
    TRUST_PROXY: '1',
    METRICS_PORT: '9100',
    METRICS_TOKEN: 'sixteen-letters-',
    LOCAL_WEBHOOKS: '1',
  }
  expect(readConfig([], environment)).toMatchObject({
    trustProxy: 1,
    metricsPort: 9100,
    metricsToken: 'sixteen-letters-',
    localWebhooks: true,
  })
  expect(readConfig(['--trust-proxy', '2'], environment)).toMatchObject({ trustProxy: 2 })
})

test('a secret has no flag, and a bad one is not repeated', () => {
  expect(() => readConfig(['--metrics-token', 'x'], {})).toThrow('There is no option --metrics-token')
  expect(() => readConfig([], { METRICS_TOKEN: 'short' })).toThrow(
    'METRICS_TOKEN is not usable, but must be at least 16 characters without spaces.',
  )
  expect(() => readConfig([], { TRUST_PROXY: 'true' })).toThrow(
    'TRUST_PROXY is "true", but must be the number of proxies in front of the service, from 0 to 9.',
  )
})

test('a secret key that is none is refused without being repeated, and several are taken', () => {
  const key = Buffer.alloc(32, 7).toString('base64')
  expect(readConfig([], { SECRET_KEY: `${key},${key}` }).secretKey).toBe(`${key},${key}`)
  expect(() => readConfig([], { SECRET_KEY: 'words that nobody may read' })).toThrow(
    'SECRET_KEY is not usable, but must be 32 bytes in base64',
  )
})
