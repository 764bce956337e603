// method.json of our own exports: which kind it is, what map it goes with, and the settings that decide what the map shows.
import * as v from 'valibot'
import type { MapSettings } from '../protocol/map-settings.ts'
import { readUtf8 } from './csv-table.ts'
import { RefusedExport } from './refused-export.ts'

/** Versions of before had fewer settings. */
const mapSettings = v.object({
  opensAt: v.number(),
  strictModeration: v.boolean(),
  smallestGroup: v.optional(v.number(), 5),
  pinnedGroups: v.optional(v.number(), 0),
} satisfies Record<keyof MapSettings, v.GenericSchema>)

const methodSchema = v.object({
  format: v.literal('folkmoot-method/1'),
  kind: v.picklist(['results', 'open-data', 'everything']),
  conversation: v.object({ id: v.string(), topic: v.string() }),
  log: v.object({ sequence: v.number(), hash: v.string() }),
  map: v.nullable(v.object({ version: v.number(), sequence: v.number() })),
  settings: mapSettings,
  files: v.array(v.object({ name: v.string(), bytes: v.number(), sha256: v.string() })),
})
export type ExportedMethod = v.InferOutput<typeof methodSchema>

/** Throws a RefusedExport when it is not as we write it. */
export function readMethod(path: string, file: string): ExportedMethod {
  const document = readJson(path, file)
  const parsed = v.safeParse(methodSchema, document)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const values = { place: v.getDotPath(issue) ?? '', problem: issue.message }
  throw new RefusedExport(file, null, (say) => say('jsonEntry', values))
}

/** Any JSON file; throws a RefusedExport when it is none. */
export function readJson(path: string, file: string): unknown {
  const text = readUtf8(path, file).toString('utf8')
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new RefusedExport(file, null, (say) => say('notJson', { reason }))
  }
}
