// The two ways in which a command can fail for a reason that lies with its input; each is one line on stderr.

/** The input was understood and is refused; exit code 1. */
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput'
}

/** The command was called in a way that it does not know; exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}
