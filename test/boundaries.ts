// The rules of who may import whom, and a reader of every import: static, dynamic, of types, and `export … from`. It
// works on a tree given as paths and texts, so that the checker itself can be tested on a tree made up for it.
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** A forbidden import: which file, on which line, imports what, and why not. */
export interface ForbiddenEdge {
  readonly file: string
  readonly line: number
  readonly target: string
  readonly reason: string
}

/** Folders at the top of the project; whatever else lies there is a mistake. */
export const TOP_FOLDERS = ['.ci', 'analysis', 'bench', 'client', 'server', 'test']

interface Room {
  readonly folder: string
  /** Other rooms that it may import from, besides itself. */
  readonly rooms: readonly string[]
  /** Names of packages that it may import; Node's own modules count as `node:`. */
  readonly packages: (name: string) => boolean
}

const anything = () => true

/**
 * The one file of the client that may import the analysis: it makes a published map again in the reader's browser, and that
 * proves something only where it is done by the very code that made the map.
 */
const RECOMPUTE_WORKER = 'client/recompute/recompute-worker.ts'

/** The first room that holds a file decides, so a room inside another comes before it. */
const ROOMS: readonly Room[] = [
  { folder: 'analysis/reference', rooms: ['analysis'], packages: (name) => name.startsWith('ml-') },
  { folder: 'analysis', rooms: [], packages: () => false },
  { folder: 'server/protocol', rooms: [], packages: (name) => name === 'valibot' },
  { folder: 'server/store', rooms: ['server', 'analysis'], packages: anything },
  { folder: 'server', rooms: ['analysis', 'dist'], packages: (name) => !isDatabase(name) },
  { folder: 'client', rooms: ['server/protocol'], packages: (name) => name !== 'node:' && !isDatabase(name) },
  { folder: 'bench', rooms: ['analysis', 'server', 'client', 'test', 'dist'], packages: anything },
  { folder: 'test', rooms: ['analysis', 'server', 'client', 'bench', 'dist'], packages: anything },
]

function isDatabase(name: string): boolean {
  return name === 'better-sqlite3' || name === 'drizzle-orm' || name === 'drizzle-kit'
}

/**
 * Every import in `files` (path from the root → text) that the rules forbid, in the order of the files; empty when all
 * is well. `dependencies` are the packages that package.json names: another one is only there by accident.
 */
export function forbiddenEdges(
  files: ReadonlyMap<string, string>,
  dependencies: ReadonlySet<string>,
): readonly ForbiddenEdge[] {
  const found: ForbiddenEdge[] = []
  for (const [file, text] of files) {
    const room = ROOMS.find(({ folder }) => isInside(file, folder))
    if (!room) continue
    for (const { target, start } of importsOf(file, text)) {
      const reason = objection(file, room, target, dependencies)
      if (!reason) continue
      const line = text.slice(0, start).split('\n').length
      found.push({ file, line, target: target ?? 'an address made at run time', reason })
    }
  }
  return found
}

function objection(file: string, room: Room, target: string | null, dependencies: ReadonlySet<string>) {
  if (target === null)
    return room.folder === 'test' ? null : 'this import cannot be read, so it cannot be checked'
  if (target.startsWith('.')) {
    const path = posix.join(posix.dirname(file), target)
    if (path.startsWith('..')) return 'it leaves the project'
    if (!path.includes('/')) return null // a file at the top, such as package.json
    if ([room.folder, ...room.rooms].some((folder) => isInside(path, folder))) return null
    if (file === RECOMPUTE_WORKER && isInside(path, 'analysis')) return null
    return `${room.folder} may import from ${[room.folder, ...room.rooms].join(', ')} only`
  }
  const name = packageName(target)
  if (!room.packages(name))
    return `${room.folder} may not import ${name === 'node:' ? "Node's modules" : name}`
  if (name !== 'node:' && !dependencies.has(name)) return `${name} is not in package.json`
  return null
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}

function packageName(target: string): string {
  if (target.startsWith('node:') || builtinModules.includes(target)) return 'node:'
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

interface Import {
  /** Null when the address is not a plain string. */
  readonly target: string | null
  readonly start: number
}

function importsOf(file: string, text: string): readonly Import[] {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  const found: Import[] = []
  visit(program, (node) => {
    const source = sourceOf(node)
    if (source)
      found.push({
        target: typeof source.value === 'string' ? source.value : null,
        start: Number(node.start),
      })
  })
  return found
}

type SyntaxNode = Readonly<Record<string, unknown>>

/** The node that holds the address, for the kinds of node that import something. */
function sourceOf(node: SyntaxNode): SyntaxNode | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return (node.source as SyntaxNode | null) ?? null // null for an export of the file's own names
    case 'TSExternalModuleReference':
      return node.expression as SyntaxNode
    case 'CallExpression': {
      const callee = node.callee as SyntaxNode
      return callee.type === 'Identifier' && callee.name === 'require'
        ? (node.arguments as SyntaxNode[])[0]!
        : null
    }
    default:
      return null
  }
}

function visit(node: unknown, act: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) return node.forEach((child) => visit(child, act))
  if (typeof node !== 'object' || node === null) return
  const syntax = node as SyntaxNode // every object of the tree is a node or a plain part of one
  if (typeof syntax.type === 'string') act(syntax)
  for (const child of Object.values(syntax)) visit(child, act)
}
