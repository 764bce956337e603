import { say, sayError } from '../page/boot.ts'

/** In the place of the ballot, for somebody whom no site has named where one must. */
export function IdentityNeeded() {
  return (
    <section class="ballot" aria-labelledby="identity-heading">
      <div class="ballot-ending">
        <h2 id="identity-heading">{say('identityHeading')}</h2>
        <p>{sayError('identity-needed')}</p>
      </div>
    </section>
  )
}
