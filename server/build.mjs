// Builds into the folder given: `client/` (a page for each room of the client, assets with hashed names beside them, and
// the script that other sites embed, alone in one file)
// and `server/` (the service, the command line and the analysis worker; npm packages stay outside). Without a folder
// it brings dist up to date.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { prepare, root } from './prepare.mjs'

const SERVER_ENTRIES = {
  main: 'server/main.ts',
  folkmoot: 'server/cli/folkmoot.ts',
  'analysis-worker': 'server/analysis/worker.ts',
  'store-thread': 'server/store/store-thread.ts',
  'growth-worker': 'server/stage/growth-worker.ts',
  'report-worker': 'server/report/report-worker.ts',
  'import-worker': 'server/imports/import-worker.ts',
  'export-worker': 'server/export/export-worker.ts',
}

/** The sheet that only the report has: its rules for paper. */
const PRINT_SHEET = /\/report-[\w-]{8}\.css"/

/** What the server draws can be read and voted on before any script has come: on a poor network the style goes first. */
const styleFirst = {
  name: 'style-first',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      if (!html.includes('<script')) return html
      const styles = html.match(/ *<link rel="stylesheet"[^>]*>\n/g) ?? []
      // Vite puts what only this page has before what it shares; on paper the report's own rules have the last word.
      styles.sort((one, other) => Number(PRINT_SHEET.test(one)) - Number(PRINT_SHEET.test(other)))
      const rest = styles.reduce((text, style) => text.replace(style, ''), html)
      return rest
        .replace(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"')
        .replace(/( *<script)/, `${styles.join('')}$1`)
    },
  },
}

/** What all pages have in common stands once, in client/page/: `<!-- include NAME -->` puts it into a page. */
const include = {
  name: 'include',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(/<!-- include ([\w-]+\.html) -->/g, (_, name) =>
        readFileSync(join(root, 'client/page', name), 'utf8'),
      ),
  },
}

const target = process.argv[2]
if (target) {
  await buildInto(resolve(target)).catch((error) => {
    process.stderr.write(`${stripVTControlCharacters(error.message)}\n`)
    process.exitCode = 1
  })
} else await prepare()

async function buildInto(folder) {
  const { build } = await import('vite')
  const common = { configFile: false, logLevel: 'warn' }

  const pages = Object.fromEntries(
    readdirSync(join(root, 'client'))
      .map((room) => [room, join(root, 'client', room, 'index.html')])
      .filter(([, page]) => existsSync(page)),
  )
  if (Object.keys(pages).length > 0) {
    await build({
      ...common,
      root: join(root, 'client'),
      publicDir: false,
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir: join(folder, 'client'),
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0, // a strict content security policy allows no data: addresses
        rollupOptions: { input: pages },
      },
      plugins: [include, styleFirst],
    })
    await build({
      ...common,
      root: join(root, 'client'),
      publicDir: false,
      build: {
        outDir: join(folder, 'client'),
        emptyOutDir: false,
        target: 'es2020',
        lib: {
          entry: join(root, 'client/embed/embed.ts'),
          formats: ['iife'],
          name: 'folkmootEmbed',
          fileName: () => 'embed.js',
        },
      },
    })
  }

  const entries = Object.fromEntries(
    Object.entries(SERVER_ENTRIES)
      .map(([name, source]) => [name, join(root, source)])
      .filter(([, source]) => existsSync(source)),
  )
  if (Object.keys(entries).length > 0) {
    await build({
      ...common,
      root,
      publicDir: false,
      build: {
        ssr: true,
        outDir: join(folder, 'server'),
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rollupOptions: {
          input: entries,
          output: {
            entryFileNames: '[name].js',
            chunkFileNames: 'parts/[name]-[hash].js',
            // Its packages take 12 MB in each thread that loads them, and only `folkmoot analyse --reference` needs it.
            codeSplitting: { groups: [{ name: 'reference', test: /analysis\/reference\// }] },
          },
        },
      },
    })
  }
}
