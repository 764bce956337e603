// `folkmoot owner-link`: a link for an owner, for whoever has the machine: where there is none yet, or all are locked out.
import { pages } from '../protocol/addresses.ts'
import type { AuditCode } from '../protocol/staff/audit-text.ts'
import { staffPages } from '../protocol/staff/addresses.ts'
import { StaffLinks } from '../staff/links.ts'
import { openStore } from '../store/open.ts'
import { dataFolder, readCommandLine } from './command-line.ts'
import { RefusedInput } from './failures.ts'

export const ownerLinkHelp = `folkmoot owner-link [EMAIL] [--public-url URL] [--data-dir DIR]

Prints a link that works once, within 7 days. Without an address it makes a new owner of the organisation; with the address of
an account it gives that account a new password and new one-time codes, and ends its sessions when it is used.
A link of the same kind that was not used yet is no longer good. A running service knows the link at once.

  --public-url URL  address under which people reach the service; else the environment's PUBLIC_URL
  --data-dir DIR    where the database is kept; else the environment's DATA_DIR, else ./data
`

export async function ownerLinkCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(
    words,
    'EMAIL',
    { 'data-dir': 'string', 'public-url': 'string' },
    { isOptional: true },
  )
  const publicUrl = options['public-url'] ?? process.env.PUBLIC_URL
  const base = (publicUrl || `http://localhost:${process.env.PORT || 8787}`).replace(/\/+$/, '')
  const store = await openStore(dataFolder(options['data-dir']))
  try {
    const links = new StaffLinks(store.staff)
    const account = subject === '' ? null : await store.staff.accountByEmail(subject.toLowerCase())
    if (subject !== '' && account === null) throw new RefusedInput(`there is no account “${subject}”`)
    const made = account === null ? await links.make('owner') : await links.makeReset(account.number)
    if (made === null) throw new RefusedInput(`there is no account “${subject}” any more`)
    const page = account === null ? staffPages.firstOwner(made.token) : staffPages.reset(made.token)
    await store.staff.record({
      timeMs: Date.now(),
      account: null,
      name: 'command line',
      role: null,
      action: 'manage-staff',
      conversation: null,
      code: (account === null ? 'made-owner-link' : 'made-reset-link') satisfies AuditCode,
      subject: '',
      detail: account === null ? null : { name: account.name, account: account.number },
    })
    process.stdout.write(`${base}${page}\n`)
    if (!publicUrl)
      process.stderr.write(`Put the address of your service in the place of ${base}${pages.home()}\n`)
  } finally {
    await store.close()
  }
}
