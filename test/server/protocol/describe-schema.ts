// A stable description of a valibot schema as plain JSON: what the hash over the protocol is taken of.

export function describeSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(describeSchema)
  if (schema instanceof RegExp) return String(schema)
  if (typeof schema === 'function') return 'function'
  if (typeof schema !== 'object' || schema === null) return schema
  const described: Record<string, unknown> = {}
  for (const key of Object.keys(schema).sort()) {
    // Not part of the contract: messages, the library's own wiring, and how a schema was put together.
    if (['message', 'reference', '~run', '~standard', 'async', 'expects', 'kind'].includes(key)) continue
    described[key] = describeSchema((schema as Record<string, unknown>)[key])
  }
  return described
}
